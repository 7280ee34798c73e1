/** The small world that is named for a mistake, as a protocol hands it out. */

import { bounds } from './scenario';
import { name, scalar, z } from './zod';

export const hunt = z.strictObject({
  scenario: name,
  params: z.optional(z.record(name, scalar)),
  bounds: z.optional(z.partial(bounds)),
});
export type Hunt = z.infer<typeof hunt>;
