/**
 * Finds the page for a path and loads what it needs, so that it can then be drawn in one go, here or on a server.
 * Only a page that a server has drawn may be taken over bit by bit: its figures wait until somebody is there.
 */

import { folders } from 'virtual:lesson-folders';
import { lessons } from 'virtual:lessons';
import { createElement, type ReactElement } from 'react';
import { loadProtocol, protocolNames } from '#/scenarios';
import { Later } from './later/Later';
import { patiently } from './later/somebody';
import { matchRoute, type Route } from './router';

export interface Page {
  /** The path inside the base. */
  path: string;
  route: Route;
  /** The document's title, whole. */
  title: string;
  /** For search results and link previews. */
  description: string;
  element: ReactElement;
  /** Whether a part of it is still to come. */
  partly: boolean;
}

export const siteDescription =
  'A lab in the browser for distributed systems: predict what a small system will do, break it with your own hands, and see why.';

/** What the chaos search begins with. */
const CHAOS_FIRST = 'raft-row';

type Found = Omit<Page, 'path'>;
/** What a part of a page waits for, where it may. */
type Until = ((route: Route) => Promise<unknown>) | undefined;

export async function loadPage(path: string, until?: Until): Promise<Page> {
  return { path, ...(await find(matchRoute(path), until)) };
}

/** A part of a page: loaded now, or when it is waited for no longer. */
async function later(route: Route, until: Until, load: () => Promise<ReactElement>): Promise<ReactElement> {
  const content = until ? until(route).then(() => patiently(load)) : await load();
  return createElement(Later, { content });
}

async function find(route: Route, until: Until): Promise<Found> {
  switch (route.page) {
    case 'home': {
      const [{ Home }, figure] = await Promise.all([
        import('./pages/Home'),
        later(route, until, async () => {
          const [{ HomeFigure }, { loadHome }] = await Promise.all([
            import('./home/HomeFigure'),
            import('./home/scenario'),
          ]);
          const scenario = await loadHome();
          return createElement(HomeFigure, { scenario, module: await loadProtocol(scenario.protocol) });
        }),
      ]);
      const home = createElement(Home, { figure });
      const title = 'Faultline: a lab for distributed systems';
      return { ...page(route, title, siteDescription, home), partly: until !== undefined };
    }
    case 'lesson': {
      const front = lessons.find((lesson) => lesson.slug === route.slug);
      const load = folders[route.slug];
      if (front === undefined || load === undefined) return missing();
      const [{ Lesson }, body] = await Promise.all([
        import('./pages/Lesson'),
        later(route, until, async () => {
          const [{ LessonBody }, { prepareLesson }, { data, proofs, Body }] = await Promise.all([
            import('./lesson/LessonBody'),
            import('./lesson/prepare'),
            load(),
          ]);
          const prepared = await prepareLesson(data);
          return createElement(LessonBody, { front, Body, proofs, prepared });
        }),
      ]);
      const lesson = createElement(Lesson, { front, body });
      const title = `${front.title} · Faultline`;
      return { ...page(route, title, front.summary, lesson), partly: until !== undefined };
    }
    case 'lab': {
      const [{ Lab }, { loadCatalogue }] = await Promise.all([import('./pages/Lab'), import('./catalogue')]);
      const catalogue = await loadCatalogue();
      const scenario = catalogue.lessons[0]?.data.scenario ?? Object.values(catalogue.scenarios)[0];
      if (!scenario) return missing();
      const first = { scenario, module: await loadProtocol(scenario.protocol) };
      const about =
        'The whole bench: any scenario, every fault and every knob the engine has, and a link that replays it.';
      return page(route, 'Lab · Faultline', about, createElement(Lab, { first, catalogue }));
    }
    case 'gallery': {
      const [{ Gallery }, { loadCatalogue }, { logLesson, prepareLesson, sampleLesson }] = await Promise.all([
        import('./pages/Gallery'),
        import('./catalogue'),
        import('./lesson/samples'),
      ]);
      const catalogue = await loadCatalogue();
      const modules = Object.fromEntries(
        await Promise.all(protocolNames.map(async (name) => [name, await loadProtocol(name)] as const)),
      );
      const { register, 'raft-figure-8': logs } = catalogue.scenarios;
      const samples = [register && sampleLesson(register), logs && logLesson(logs)];
      const questions = await Promise.all(samples.flatMap((sample) => sample ?? []).map(prepareLesson));
      const about = 'Every figure, sign and control of Faultline in every state, drawn from fixtures.';
      return page(
        route,
        'Gallery · Faultline',
        about,
        createElement(Gallery, { catalogue, modules, questions }),
      );
    }
    case 'history': {
      const { History } = await import('./pages/History');
      const about =
        'Draw a history of operations or open one from a file, and see which consistency models it keeps, and why.';
      return page(route, 'History lab · Faultline', about, createElement(History));
    }
    case 'chaos': {
      const [{ Chaos }, { loadCatalogue }] = await Promise.all([
        import('./pages/Chaos'),
        import('./catalogue'),
      ]);
      const catalogue = await loadCatalogue();
      const scenario = catalogue.scenarios[CHAOS_FIRST];
      if (!scenario) return missing();
      const first = { scenario, module: await loadProtocol(scenario.protocol) };
      const about =
        'Pick a system and a promise, and the lab looks for the run that breaks it: storm after storm, then the smallest one that does.';
      return page(route, 'Chaos search · Faultline', about, createElement(Chaos, { first, catalogue }));
    }
    case 'embed': {
      const { loadScenario } = await import('./catalogue');
      const scenario = await loadScenario(route.scenario);
      if (scenario === undefined) return missing();
      const [{ Embed }, module] = await Promise.all([
        import('./pages/Embed'),
        loadProtocol(scenario.protocol),
      ]);
      return page(
        route,
        `${scenario.title} · Faultline`,
        scenario.summary,
        createElement(Embed, { scenario, module }),
      );
    }
    case 'notFound':
      return missing();
  }
}

async function missing(): Promise<Found> {
  const { NotFound } = await import('./pages/NotFound');
  return page(
    { page: 'notFound' },
    'Not found · Faultline',
    'There is no page at this address.',
    createElement(NotFound),
  );
}

function page(route: Route, title: string, description: string, element: ReactElement): Found {
  return { route, title, description, element, partly: false };
}
