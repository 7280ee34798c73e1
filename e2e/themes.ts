// Both themes, by the page's own switch: Firefox takes no notice of an emulated colour scheme.
import type { Page } from '@playwright/test';

export const themes = ['Light', 'Dark'] as const;

export async function choose(page: Page, theme: (typeof themes)[number]): Promise<void> {
  // The input lies under its label.
  await page.getByRole('radio', { name: theme }).check({ force: true });
}
