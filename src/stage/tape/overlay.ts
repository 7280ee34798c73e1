/** What a figure may draw over the operations of its tape, and say beside them, without the tape knowing what it is. */

import type { ComponentType } from 'react';
import type { Frame } from './frame';
import type { LabelWish } from './place-labels';
import type { CallBar } from './spans';

export interface OverlayProps {
  calls: readonly CallBar[];
  frame: Frame;
  /** The clip that ends at the cursor, as a reference. */
  past: string;
}

/** A new object is a new drawing. */
export interface Overlay {
  readonly wishes: (calls: readonly CallBar[], frame: Frame) => LabelWish[];
  readonly Marks: ComponentType<OverlayProps>;
}
