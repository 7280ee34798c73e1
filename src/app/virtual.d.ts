/** The modules the build makes out of `lessons/`; see `build/lesson-index.ts`. */
declare module 'virtual:lessons' {
  export const lessons: import('./build/front-matter').LessonFolder[];
}

declare module 'virtual:lesson-folders' {
  export const folders: Record<string, () => Promise<import('./lesson-module').LessonModule>>;
}
