/** The buttons over the picture, in the order of the keyboard: nodes, links, then what is in flight. */

import type { KeyboardEvent } from 'react';
import type { View } from '#/scenarios';
import {
  type Intervention,
  linkInterventions,
  messageInterventions,
  nodeInterventions,
} from '../controls/interventions';
import { type Selected, useRun } from '../run';
import { cutOf } from './cuts';
import type { Layout, LinkPlace } from './layout';
import { Spot } from './Spot';
import { linkSpotName, messageSpotName, nodeSpotName } from './spot-names';
import type { SpotPlaces } from './spot-places';
import type { Pin } from './use-pin';

/** What a menu is about: a node, a link by its key, or a message by its key. */
export interface MenuTarget {
  readonly what: 'node' | 'link' | 'message';
  readonly name: string;
}

export interface SpotsProps {
  layout: Layout;
  view: View;
  /** With messages for as long as time stands still, without while it does not. */
  places: SpotPlaces;
  pin: Pin;
  openMenu: (spot: HTMLElement) => void;
  /** What the open menu is about. */
  open: MenuTarget | null;
  toggleLink: (link: LinkPlace) => void;
}

const HAND = 44;

export function Spots({ layout, view, places, pin, openMenu, open, toggleLink }: SpotsProps) {
  const run = useRun();
  const { scenario } = run;

  /** The letter of an intervention, on the thing that has the focus. */
  function letters(offers: readonly Intervention[]) {
    return (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const offer = offers.find((o) => o.letter === event.key.toLowerCase());
      if (!offer) return;
      event.preventDefault();
      event.stopPropagation();
      run.act(offer.command);
    };
  }

  /** The attributes of anything that opens a menu and can be selected. */
  function about(what: MenuTarget['what'], name: string, selection: Selected) {
    return {
      what,
      name,
      'aria-haspopup': 'menu' as const,
      'aria-expanded': open?.what === what && open.name === name,
      onFocus: () => pin.pin(selection),
      ...pin.pointed(selection),
    };
  }

  return (
    <>
      {view.nodes.map((node) => {
        const place = layout.nodes.find((n) => n.id === node.id);
        if (!place) return null;
        const size = Math.max(HAND, 2 * layout.radius + 4);
        return (
          <Spot
            key={node.id}
            {...about('node', node.id, { on: 'node', id: node.id })}
            {...{ x: place.x, y: place.y, width: size, height: size }}
            aria-label={nodeSpotName(node, view.at, scenario)}
            onClick={(event) => openMenu(event.currentTarget)}
            onKeyDown={letters(nodeInterventions(node, scenario))}
          />
        );
      })}
      {places.links.map(({ link, x, y, size }) => {
        const [first] = linkInterventions(link, view, scenario);
        const verb = first ? (first.command.verb === 'mend' ? 'Mend' : 'Cut') : null;
        return (
          <Spot
            key={link.key}
            {...about('link', link.key, { on: 'link', link: { from: link.a, to: link.b } })}
            {...{ x, y, width: size, height: size }}
            aria-label={linkSpotName(link, cutOf(view, link), verb, scenario)}
            onClick={() => toggleLink(link)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.stopPropagation();
              openMenu(event.currentTarget);
            }}
          />
        );
      })}
      {places.messages.map(({ token, x, y, size }) => {
        const message = view.messages.find(
          (m) =>
            m.entry === token.entry &&
            m.from === token.from &&
            m.copy === token.copy &&
            m.kind === token.kind,
        );
        if (!message) return null;
        return (
          <Spot
            key={token.key}
            {...about('message', token.key, { on: 'message', entry: message.entry })}
            {...{ x, y, width: size, height: size }}
            aria-label={messageSpotName(message, scenario)}
            onClick={(event) => openMenu(event.currentTarget)}
            onKeyDown={letters(messageInterventions(message, scenario))}
          />
        );
      })}
    </>
  );
}
