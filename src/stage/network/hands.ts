/**
 * Hands on the picture: a line drawn across links cuts them, a message dragged off its link is dropped and one
 * dragged into the tray is held, a long press opens a menu. Letting go outside, Escape and a second finger
 * cancel. Touch still scrolls the page: only sideways movement, or one that begins on a message, comes here.
 */

import type { Command } from '#/scenarios';
import type { Run } from '../run';
import type { Token } from './frame';
import { HandLayer } from './hand-layer';
import { type Layout, wayKey } from './layout';
import { trayPath } from './Picture';
import type { Painter } from './painter';
import { bothWays, crossedLinks, type Fate, fateOf, inside, linkAt, tokenAt } from './reach';
import { distance, type Point } from './track';

export interface Hands {
  readonly box: HTMLElement;
  readonly run: Run;
  readonly painter: () => Painter | null;
  readonly layout: () => Layout;
  /** The button of a thing was pressed long, or asked for by the other mouse button. */
  readonly openMenu: (spot: HTMLElement) => void;
  /** A message was pressed while there were no buttons for messages. */
  readonly takeToken: (token: Token) => void;
  readonly pressLink: (key: string) => void;
  readonly pressNothing: () => void;
}

/** Less than this is a press, not a movement. In CSS pixels. */
const SLACK = 7;
const LONG_PRESS_MS = 500;

type Doing =
  | { readonly what: 'pressing'; readonly token: Token | null; readonly spot: HTMLElement | null }
  | { readonly what: 'dragging'; readonly token: Token }
  | { readonly what: 'drawing'; readonly drawn: Point[] };

/** Listens until the returned function is called. */
export function attachHands(hands: Hands): () => void {
  const { box, run } = hands;
  const layer = new HandLayer(box);
  let doing: Doing | null = null;
  let pointer = -1;
  let start: Point = { x: 0, y: 0 };
  let longPress: ReturnType<typeof setTimeout> | undefined;
  let swallowClick = false;

  const may = (verb: Command['verb']): boolean => run.scenario.faults.includes(verb);

  function pointOf(event: PointerEvent | MouseEvent): Point {
    const at = box.getBoundingClientRect();
    const scale = hands.layout().width / (at.width || 1);
    return { x: (event.clientX - at.left) * scale, y: (event.clientY - at.top) * scale };
  }

  function end(): void {
    clearTimeout(longPress);
    if (doing && doing.what !== 'pressing') {
      layer.clear();
      const painter = hands.painter();
      if (painter) {
        painter.grip = null;
        painter.paint(run.now());
      }
    }
    doing = null;
    pointer = -1;
  }

  function down(event: PointerEvent): void {
    // A second finger ends what the first began.
    if (doing && event.pointerId !== pointer) return end();
    end();
    // Menus and notices lie in the same box as the picture.
    const spot = (event.target as Element).closest<HTMLElement>('[data-spot]');
    if (event.button !== 0 || (!spot && (event.target as Element).closest('button, a, [popover]'))) return;
    swallowClick = false;
    start = pointOf(event);
    pointer = event.pointerId;
    const onMessage = !spot || spot.dataset.spot === 'message';
    const painter = hands.painter();
    doing = { what: 'pressing', spot, token: onMessage && painter ? tokenAt(painter.latest, start) : null };
    if (spot && event.pointerType !== 'mouse') {
      longPress = setTimeout(() => {
        swallowClick = true;
        end();
        hands.openMenu(spot);
      }, LONG_PRESS_MS);
    }
  }

  function begin(at: Point): void {
    if (doing?.what !== 'pressing') return;
    clearTimeout(longPress);
    const { token, spot } = doing;
    if (token && (may('drop') || may('hold') || may('release'))) {
      run.pause();
      doing = { what: 'dragging', token };
    } else if (may('cut') && spot?.dataset.spot !== 'node') {
      doing = { what: 'drawing', drawn: [start, at] };
    } else return end();
    swallowClick = true;
    box.setPointerCapture?.(pointer);
  }

  function fateAt(token: Token, at: Point): Fate {
    const fate = fateOf(hands.layout(), token, at);
    return fate !== null && may(fate) ? fate : null;
  }

  function move(event: PointerEvent): void {
    if (!doing || event.pointerId !== pointer) return;
    const at = pointOf(event);
    if (doing.what === 'pressing' && distance(at, start) > SLACK) begin(at);
    if (doing?.what === 'drawing') {
      doing.drawn.push(at);
      layer.draw(doing.drawn, inside(hands.layout(), at) ? crossedLinks(hands.layout(), doing.drawn) : []);
    }
    if (doing?.what === 'dragging') {
      const { token } = doing;
      const painter = hands.painter();
      if (painter) {
        painter.grip = { key: token.key, ...at };
        painter.paint(run.now());
      }
      const way = hands.layout().ways.get(wayKey(token.from, token.to));
      const held = run
        .view()
        .messages.filter((m) => m.status === 'held' && m.from === token.from && m.to === token.to);
      const count = held.length + (token.status === 'held' ? 0 : 1);
      layer.offer(way && may('hold') ? trayPath(hands.layout(), way, count) : '', at, fateAt(token, at));
    }
  }

  function up(event: PointerEvent): void {
    if (!doing || event.pointerId !== pointer) return;
    const at = pointOf(event);
    const done = doing;
    end();
    if (!inside(hands.layout(), at)) return;
    if (done.what === 'drawing') cutAcross([...done.drawn, at]);
    else if (done.what === 'dragging') letGo(done.token, fateAt(done.token, at));
    else press(done, at);
  }

  function cutAcross(drawn: readonly Point[]): void {
    const { links } = run.view();
    const whole = bothWays(crossedLinks(hands.layout(), drawn)).filter(({ from, to }) =>
      links.some((l) => l.from === from && l.to === to && !l.cut),
    );
    if (whole.length > 0) run.act({ verb: 'cut', links: whole });
  }

  function letGo(token: Token, fate: Fate): void {
    if (fate === null) return;
    const { from, to, kind, nth, copy } = token;
    const message = { from, to, kind, nth, ...(copy > 0 ? { copy } : {}) };
    run.act({ verb: fate, message } satisfies Command);
  }

  /** A press that is not on a button: buttons answer for themselves. */
  function press({ token, spot }: Extract<Doing, { what: 'pressing' }>, at: Point): void {
    if (spot) return;
    const link = linkAt(hands.layout(), at);
    if (token) hands.takeToken(token);
    else if (link) hands.pressLink(link.key);
    else hands.pressNothing();
  }

  function click(event: MouseEvent): void {
    if (!swallowClick) return;
    swallowClick = false;
    event.preventDefault();
    event.stopPropagation();
  }

  function contextMenu(event: MouseEvent): void {
    const spot = (event.target as Element).closest<HTMLElement>('[data-spot]');
    if (!spot) return;
    event.preventDefault();
    swallowClick = false;
    end();
    hands.openMenu(spot);
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !doing || doing.what === 'pressing') return;
    event.preventDefault();
    end();
  }

  box.addEventListener('pointerdown', down);
  // On the document: a quick hand may leave the picture before its first movement is heard.
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', end);
  box.addEventListener('click', click, true);
  box.addEventListener('contextmenu', contextMenu);
  document.addEventListener('keydown', key);
  return () => {
    end();
    box.removeEventListener('pointerdown', down);
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', end);
    box.removeEventListener('click', click, true);
    box.removeEventListener('contextmenu', contextMenu);
    document.removeEventListener('keydown', key);
  };
}
