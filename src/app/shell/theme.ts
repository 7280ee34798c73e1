/**
 * Light, dark, or whatever the system says. The choice is an attribute of the root, which the tokens read;
 * `boot/boot.js` sets it before the first paint under the same key.
 */
import { useSyncExternalStore } from 'react';
import type { ThemeChoice } from '#/ui';

const key = 'faultline.theme';
const listeners = new Set<() => void>();

function current(): ThemeChoice {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Shows the theme at once, and remembers it where storage allows. */
export function chooseTheme(theme: ThemeChoice): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // The choice then lasts as long as the page, which is what the reader sees anyway.
  }
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** 'system' on the first render, which must equal the prerendered page. */
export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, current, () => 'system');
}
