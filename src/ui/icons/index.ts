/** Every icon, by what it means. */
export * from './general';
export * from './hands';
export type { IconProps } from './Icon';
export * from './playback';
