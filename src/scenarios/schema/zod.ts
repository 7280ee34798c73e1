/** The schema library, in its small form, told never to probe for `new Function`: the page's policy forbids it. */

import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };

/** A short text shown to people. */
export const words = z.string().check(z.minLength(1), z.maxLength(400));
/** A name used in data: letters, digits, dashes, blanks. */
export const name = z.string().check(z.minLength(1), z.maxLength(80));
/** Whole microseconds of virtual time, up to two hours. */
export const micros = z.int().check(z.minimum(0), z.maximum(7_200_000_000));
export const chance = z.number().check(z.minimum(0), z.maximum(1));
export const seed = z.int().check(z.minimum(0), z.maximum(4_294_967_295));
export const scalar = z.union([z.number(), z.string().check(z.maxLength(200)), z.boolean()]);
export const json: z.ZodMiniType<Json> = z.json() as never;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
