/** What a hand sees while it works: the line it draws and what that crosses, the tray it reaches for, a word. */

import css from './HandLayer.module.css';
import type { LinkPlace } from './layout';
import type { Fate } from './reach';
import type { Point } from './track';

const SVG = 'http://www.w3.org/2000/svg';

const through = (points: readonly Point[]): string =>
  `M${points.map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('L')}`;

const SAID: Readonly<Record<NonNullable<Fate>, string>> = {
  drop: 'let go to drop it',
  hold: 'let go to hold it',
  release: 'let go to release it',
};

export class HandLayer {
  constructor(private readonly box: HTMLElement) {}

  private get layer(): Element | null {
    return this.box.querySelector('[data-hand]');
  }

  private add(name: string, className: string | undefined, attributes: Record<string, string>): Element {
    const element = document.createElementNS(SVG, name);
    if (className) element.setAttribute('class', className);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    this.layer?.append(element);
    return element;
  }

  private say(words: string, at: Point): void {
    const left = at.x > 150;
    const text = this.add('text', css.word, {
      x: String(at.x + (left ? -26 : 26)),
      y: String(Math.max(16, at.y - 20)),
      'text-anchor': left ? 'end' : 'start',
    });
    text.textContent = words;
  }

  draw(drawn: readonly Point[], crossed: readonly LinkPlace[]): void {
    this.clear();
    for (const { line } of crossed) this.add('path', css.aimed, { d: through(line.points) });
    this.add('path', css.line, { d: through(drawn) });
    const last = drawn.at(-1);
    if (!last || crossed.length === 0) return;
    this.say(crossed.length === 1 ? 'let go to cut it' : `let go to cut ${crossed.length} links`, last);
  }

  offer(tray: string, at: Point, fate: Fate): void {
    this.clear();
    if (tray) this.add('path', fate === 'hold' ? css.trayNear : css.tray, { d: tray });
    if (fate !== null) this.say(SAID[fate], at);
  }

  clear(): void {
    this.layer?.replaceChildren();
  }
}
