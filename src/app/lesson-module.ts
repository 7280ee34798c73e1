import type { ComponentType } from 'react';

/** One lesson as it is loaded: its page, and the data beside it, each file as a namespace of its exports. */
export interface LessonModule {
  Body: ComponentType<{ components: Record<string, unknown> }>;
  data: {
    scenario?: Record<string, unknown>;
    quiz?: Record<string, unknown>;
    challenge?: Record<string, unknown>;
    claims?: Record<string, unknown>;
  };
}
