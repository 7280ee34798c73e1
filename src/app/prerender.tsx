/**
 * The same app, drawn by Node while building. Built as a second bundle and run once by `build/prerender.ts`;
 * nothing of it reaches a browser.
 */
import { folders } from 'virtual:lesson-folders';
import { lessons } from 'virtual:lessons';
import { renderToString } from 'react-dom/server';
import { questionsOf } from '#/scenarios';
import { kindModules, logQuestions, sampleQuestions } from '#/teach';
import { preloadedFonts } from '#/ui';
import { App } from './App';
import { scenarioNames } from './catalogue';
import { loadPage } from './page';
import type { Route } from './router';
import './styles';

export interface DrawnPage {
  html: string;
  title: string;
  description: string;
  /** The modules that the browser will load for this page, besides the entry, as the bundler names them. */
  modules: string[];
  /** Those it loads once somebody is there; their styles are needed from the start. */
  later: string[];
}

export { preloadedFonts };

/** Every path that gets a file of its own. */
export async function paths(): Promise<string[]> {
  const scenarios = await scenarioNames();
  return [
    '',
    'lab/',
    'gallery/',
    'history/',
    'chaos/',
    ...lessons.map((lesson) => `learn/${lesson.slug}/`),
    ...scenarios.map((name) => `embed/${name}/`),
  ];
}

/** Draws one page. A path that names nothing gives the 404 page. */
export async function draw(path: string): Promise<DrawnPage> {
  const page = await loadPage(path);
  const file = page.route.page.replace(/^./, (letter) => letter.toUpperCase());
  const modules = [`/src/app/pages/${file}.tsx`];
  if (page.route.page === 'gallery') modules.push(...kindModules([...sampleQuestions, ...logQuestions]));
  return {
    html: renderToString(<App page={page} />),
    title: page.title,
    description: page.description,
    modules,
    later: await laterModules(page.route),
  };
}

async function laterModules(route: Route): Promise<string[]> {
  if (route.page === 'home') return ['/src/app/home/HomeFigure.tsx'];
  if (route.page !== 'lesson') return [];
  const lesson = await folders[route.slug]?.();
  const kinds = lesson ? kindModules(questionsOf(lesson.data)) : [];
  return ['/src/app/lesson/LessonBody.tsx', `virtual:lesson/${route.slug}`, ...kinds];
}
