/**
 * The network now: a drawing, and over it a real button for each node, each link and, while time stands still,
 * each message. React draws once for each event; the painter moves things once a frame.
 */

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { NodeId } from '#/scenarios';
import { cx, Menu, type MenuAction, type MenuHandle } from '#/ui';
import {
  asMenu,
  linkInterventions,
  messageInterventions,
  nodeInterventions,
} from '../controls/interventions';
import { Refusal } from '../controls/Refusal';
import { useView } from '../controls/use-view';
import { type Cones, type Run, useRun, useRunState } from '../run';
import { nodeName } from '../words';
import { frame, oneIn } from './frame';
import { attachHands } from './hands';
import { type LinkPlace, layoutOf } from './layout';
import css from './Network.module.css';
import { Picture } from './Picture';
import { Painter } from './painter';
import { SlimPicture } from './SlimPicture';
import { type MenuTarget, Spots } from './Spots';
import { messageSpotName } from './spot-names';
import { type LinkSpot, spotPlaces } from './spot-places';
import type { Light } from './Tokens';
import { usePictureWidth } from './use-picture-width';
import { usePin } from './use-pin';
import { useStill } from './use-still';

export interface NetworkProps {
  /** Draws and tells, and leaves hands off: for a run beside another, or an embedding that locks its faults. */
  readOnly?: boolean | undefined;
  className?: string | undefined;
}

/** The nodes that the selection's causes and effects touch. */
function nodesOf(run: Run, cones: Cones | null): { past: Set<string>; future: Set<string> } {
  const at = (ids: ReadonlySet<number> | undefined) => {
    const nodes = new Set<string>();
    if (!ids || ids.size === 0) return nodes;
    for (const entry of run.trace()) if (entry.node !== null && ids.has(entry.id)) nodes.add(entry.node);
    return nodes;
  };
  return { past: at(cones?.past), future: at(cones?.future) };
}

const NO_HANDLES: readonly LinkSpot[] = [];

const targetOf = (spot: HTMLElement): MenuTarget => ({
  what: spot.dataset.spot as MenuTarget['what'],
  name: spot.dataset.name ?? '',
});

export function Network({ readOnly = false, className }: NetworkProps) {
  const run = useRun();
  const { scenario } = run;
  const view = useView();
  const selection = useRunState((s) => s.selection);
  // Only where it rests: while time runs or is dragged, the painter alone follows it.
  const restsAt = useRunState((s) => (s.mode === 'paused' || s.mode === 'at a beat' ? s.at : null));
  const at = restsAt ?? view.at;
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const painter = useRef<Painter | null>(null);
  const menu = useRef<MenuHandle>(null);
  const [target, setTarget] = useState<MenuTarget | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const still = useStill();
  const width = usePictureWidth(box);
  const layout = useMemo(() => layoutOf(scenario, width ?? undefined), [scenario, width]);
  const pin = usePin(run);

  const places = useMemo(
    () => spotPlaces(layout, restsAt === null ? [] : frame(view, restsAt, layout).tokens),
    [layout, view, restsAt],
  );
  const cones = run.cones();
  const lit = useMemo(() => nodesOf(run, cones), [run, cones]);
  const lightOf = useMemo(
    () =>
      (node: string): Light => {
        if (selection?.on === 'node' && selection.id === node) return 'selected';
        if (lit.past.has(node)) return 'past';
        return lit.future.has(node) ? 'future' : null;
      },
    [selection, lit],
  );

  useLayoutEffect(() => {
    const drawn = new Painter(picture.current as SVGSVGElement, run, layoutOf(scenario));
    painter.current = drawn;
    return () => {
      painter.current = null;
    };
  }, [run, scenario]);

  // After each drawing: the painter's hand comes last, or React's would undo it.
  useLayoutEffect(() => {
    const drawn = painter.current;
    if (!drawn) return;
    drawn.layout = layout;
    drawn.still = still;
    drawn.lit(selection, cones?.past ?? null, cones?.future ?? null);
    drawn.paint(run.now());
  });

  useEffect(() => run.onPaint((now) => painter.current?.paint(now)), [run]);

  function openMenu(spot: HTMLElement): void {
    const next = targetOf(spot);
    if (readOnly || (menuOpen && target?.name === next.name)) return menu.current?.close();
    setTarget(next);
    spot.focus();
    menu.current?.open(spot);
  }

  function toggleLink(link: LinkPlace): void {
    const [first] = linkInterventions(link, run.view(), scenario);
    pin.pin({ on: 'link', link: { from: link.a, to: link.b } });
    if (first && !readOnly) run.act(first.command);
  }

  const spotOf = (what: MenuTarget['what'], name: string): HTMLElement | null =>
    box.current?.querySelector(`[data-spot="${what}"][data-name="${CSS.escape(name)}"]`) ?? null;

  const pressLink = useEffectEvent((key: string) => {
    const link = layout.links.find((l) => l.key === key);
    if (link) toggleLink(link);
  });
  const takeToken = useEffectEvent((key: string, entry: number) => {
    run.pause();
    pin.pin({ on: 'message', entry });
    // Its button comes with the next drawing.
    requestAnimationFrame(() => {
      const spot = spotOf('message', key);
      if (spot) openMenu(spot);
    });
  });
  const menuAt = useEffectEvent((spot: HTMLElement) => openMenu(spot));
  const letSelectionGo = useEffectEvent(() => pin.pin(null));
  const layoutNow = useEffectEvent(() => layout);

  useEffect(() => {
    if (readOnly || !box.current) return;
    return attachHands({
      box: box.current,
      run,
      painter: () => painter.current,
      layout: () => layoutNow(),
      openMenu: (spot) => menuAt(spot),
      takeToken: (token) => takeToken(token.key, token.entry),
      pressLink: (key) => pressLink(key),
      pressNothing: () => letSelectionGo(),
    });
  }, [run, readOnly]);

  useFocusKept(box);
  const cuttable = !readOnly && scenario.faults.includes('cut');
  const drawn = {
    view,
    at,
    selection,
    lightOf,
    still,
    trace: run.trace(),
    pace: scenario.pace,
    clocks: scenario.clocks,
  };
  const unmeasured = width === null;

  return (
    <div className={cx(css.network, className)}>
      <div ref={box} className={cx(css.box, cuttable && css.drawable)}>
        <Picture
          ref={picture}
          {...drawn}
          layout={layout}
          handles={cuttable ? places.links : NO_HANDLES}
          className={cx(unmeasured && css.usual)}
        />
        {unmeasured && <SlimPicture {...drawn} scenario={scenario} handled={cuttable} />}
        {!readOnly && (
          // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
          <section role="group" className={css.spots} aria-label="The network">
            <Spots {...{ layout, view, places, pin, openMenu, toggleLink }} open={menuOpen ? target : null} />
          </section>
        )}
      </div>
      {oneIn(view) > 1 && <p className={css.sampled}>One message in {oneIn(view)} is drawn.</p>}
      {!readOnly && (
        <>
          <Menu
            ref={menu}
            label={menuName(run, target)}
            items={menuItems(run, target)}
            renderTrigger={() => null}
            onOpenChange={setMenuOpen}
          />
          <Refusal />
        </>
      )}
    </div>
  );
}

const messageOf = (run: Run, key: string) =>
  run.view().messages.find((m) => `${m.from}→${m.to} ${m.kind} ${m.nth} ${m.copy}` === key);

const endsOf = (key: string) => key.split('~') as [NodeId, NodeId];

function menuName(run: Run, target: MenuTarget | null): string {
  if (target?.what === 'node') return nodeName(run.scenario, target.name);
  if (target?.what === 'link')
    return endsOf(target.name)
      .map((id) => nodeName(run.scenario, id))
      .join('–');
  const message = target && messageOf(run, target.name);
  return message ? messageSpotName(message, run.scenario) : 'What to do';
}

function menuItems(run: Run, target: MenuTarget | null): readonly MenuAction[] {
  const { scenario } = run;
  const view = run.view();
  if (target?.what === 'node') {
    const node = view.nodes.find((n) => n.id === target.name);
    return node ? asMenu(nodeInterventions(node, scenario), run) : [];
  }
  if (target?.what === 'link') {
    const [a, b] = endsOf(target.name);
    return asMenu(linkInterventions({ a, b }, view, scenario), run);
  }
  const message = target && messageOf(run, target.name);
  return message ? asMenu(messageInterventions(message, scenario), run) : [];
}

/** A message that goes takes its button with it; the focus moves to the next, or to a node, and is not lost. */
function useFocusKept(box: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const focused = (event: FocusEvent) => {
      last.current = event.target as HTMLElement;
    };
    const left = (event: FocusEvent) => {
      if ((event.target as HTMLElement).isConnected) last.current = null;
    };
    element.addEventListener('focusin', focused);
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusin', focused);
      element.removeEventListener('focusout', left);
    };
  }, [box]);
  useLayoutEffect(() => {
    if (!last.current || last.current.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const next = box.current?.querySelector<HTMLElement>('[data-spot=message], [data-spot=node]');
    next?.focus();
  });
}
