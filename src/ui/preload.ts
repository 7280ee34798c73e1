/**
 * The two fonts a page asks for before its style sheet is read: the reading face and the one of headings.
 *
 * For the shell that writes `<link rel="preload" as="font" crossorigin>`. The addresses are hashed by Vite and
 * are the same as in `fonts.css`. Italic and mono are left to be found: few first screens need them.
 */
import ui from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import reading from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

export const preloadedFonts: readonly string[] = [reading, ui];
