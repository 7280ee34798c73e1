/**
 * What storms over every scenario came to, stamped beside the pages as `trust.json`. The tests have raised them a
 * moment before they build, and say where their numbers are (`FAULTLINE_TRUST`). Nothing is tried here: a build
 * without a test run stamps `null`, and the pages say "not run".
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { z } from 'zod';

const count = z.int().check(z.gte(0));

const Stamp = z.strictObject({
  /** What was tested; null where nobody can name it. */
  commit: z.nullable(z.string().check(z.minLength(7), z.maxLength(60))),
  scenarios: z
    .array(
      z.looseObject({
        scenario: z.string(),
        tried: z.array(
          z.looseObject({
            property: z.string(),
            promised: z.boolean(),
            schedules: count,
            brokenBy: z.nullable(count),
          }),
        ),
        explored: z.nullable(z.looseObject({ states: count, complete: z.boolean() })),
      }),
    )
    .check(z.minLength(1)),
});

/** The numbers as the pages read them. Throws a sentence when they are not what the tests write. */
export function stampedTrust(text: string): string {
  const result = Stamp.safeParse(JSON.parse(text));
  if (result.success) return JSON.stringify(result.data);
  const [issue] = result.error.issues;
  throw new Error(`The numbers of the storms are not right: ${issue?.path.join('.')}: ${issue?.message}.`);
}

const NOT_RUN = 'null';

export function trustStamp(): Plugin {
  return {
    name: 'faultline:trust',
    sharedDuringBuild: true,
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!request.url?.endsWith('/trust.json')) return next();
        response.setHeader('Content-Type', 'application/json').end(NOT_RUN);
      });
    },
    generateBundle() {
      if (this.environment.name !== 'client') return;
      const { FAULTLINE_TRUST: file } = process.env;
      const source = file ? stampedTrust(readFileSync(file, 'utf8')) : NOT_RUN;
      this.emitFile({ type: 'asset', fileName: 'trust.json', source });
    },
  };
}
