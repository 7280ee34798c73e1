/**
 * The reference of the vocabulary, as data: the gallery shows it, and lessons/VOCABULARY.md is written from it. The
 * types see to it that every component is here, with every one of its properties.
 */

import type { ComponentProps } from 'react';
import type { LessonData } from '#/scenarios';
import { everyday } from './parts/signs';
import type { vocabulary } from './vocabulary';

type Vocabulary = typeof vocabulary;
type Name = keyof Vocabulary;

export interface Word {
  readonly name: Name;
  /** What it is for, in a sentence or two. */
  readonly says: string;
  /** Which of the lesson's data files it reads. */
  readonly reads: readonly (keyof LessonData)[];
  readonly props: readonly { readonly name: string; readonly says: string }[];
  /** As an author writes it. */
  readonly example: string;
}

type Described = {
  readonly [N in Name]: Omit<Word, 'name' | 'props'> & {
    readonly props: { readonly [P in keyof Required<ComponentProps<Vocabulary[N]>>]: string };
  };
};

const described: Described = {
  Hook: {
    says: 'The opening: a few words, and the lesson’s figure, which can be played and broken at once. What the learner does in it is kept.',
    reads: ['scenario'],
    props: { children: 'What has just happened, and what to try.' },
    example: '<Hook>\n\nThe request is on the link now. Play on. Then go back, and cut the link.\n\n</Hook>',
  },
  Bet: {
    says: 'The opening prediction: options, how sure one is, a lock. It is never changed after.',
    reads: ['bet'],
    props: {},
    example: '<Bet />',
  },
  Beats: {
    says: 'The run of the story, told in authored steps at the learner’s pace; and all the captions in words.',
    reads: ['story'],
    props: {},
    example: '<Beats />',
  },
  Reconcile: {
    says: 'Prediction against run: what was said, what happened, the first moment at which the two part, and the world in which the answer would have been right.',
    reads: ['bet'],
    props: {},
    example: '<Reconcile />',
  },
  Chip: {
    says: `A word with its sign. It lights the thing in the figures, and is lit by it. Besides the scenario’s kinds of message: ${everyday.join(', ')}.`,
    reads: ['scenario'],
    props: { kind: 'A kind of message, or one of the signs above.', children: 'The word.' },
    example: 'The <Chip kind="dropped">request was lost</Chip>.',
  },
  Term: {
    says: 'A word of the field, with its meaning one press away and on paper. The lesson must make sense without it.',
    reads: [],
    props: { means: 'The meaning, in a sentence.', children: 'The word.' },
    example: 'a <Term means="Done twice, it has the effect of done once.">idempotent</Term> call',
  },
  Claims: {
    says: 'What the lab decides of the text around it, and how far each claim was looked into; “not run” where nothing was stamped.',
    reads: ['claims'],
    props: { only: 'Ids of claims, separated by commas; all of them where it is left out.' },
    example: '<Claims only="retry-is-not-safe" />',
  },
  Twin: {
    says: 'Two runs on one time bar: same seed, same faults, one switch changed.',
    reads: ['twins'],
    props: { name: 'Which pair, by its name among the lesson’s twins.' },
    example: '<Twin name="retry" />',
  },
  Stage: {
    says: 'A figure of another scenario than the lesson’s own, of the same protocol; `scenario.ts` exports their names as `stages`. Questions and claims may be about one as well.',
    reads: ['stages'],
    props: { name: 'Which of them.' },
    example: '<Stage name="raft-figure-7" />',
  },
  Puzzle: {
    says: 'The challenge, with its figure. The learner’s runs decide when it is met; each cell keeps the run that filled it.',
    reads: ['challenge', 'scenario'],
    props: {},
    example: '<Puzzle />',
  },
  Faded: {
    says: 'Problems of one sort, solved in steps: a worked example, fully told; then the same with the last steps left open; then one that is the learner’s alone. Every blank is read from the run, and so is every answer. Each further problem is a press away, and a page without script has all of them worked.',
    reads: ['faded'],
    props: { name: 'Which, by its name among the lesson’s faded problems, in `faded.ts`.' },
    example: '<Faded name="votes" />',
  },
  Bites: {
    says: 'Something that happened to a real system. What it says is sourced below.',
    reads: [],
    props: { title: 'Whose system, what, and when.', children: 'The story, in prose.' },
    example: '<Bites title="Charged, and charged again: Twilio, 18 July 2013">\n\nProse.\n\n</Bites>',
  },
  Model: {
    says: 'What the model leaves out, behind its own line.',
    reads: [],
    props: { children: 'A list.' },
    example: '<Model>\n\n- One client and one service.\n\n</Model>',
  },
  Quiz: {
    says: 'Recall: four to six questions, answered by runs. Kinds: predict, order, diagnose, adversary; of histories stale-reads, strongest-model, linearization-points; place-partition; tune; fill-clocks; fill-log; predict-chart.',
    reads: ['quiz'],
    props: {},
    example: '<Quiz />',
  },
  Sandbox: {
    says: 'The way into the lab, with the run of the opening figure as it stands.',
    reads: ['scenario'],
    props: {},
    example: '<Sandbox />',
  },
  Sources: {
    says: 'Where the facts come from.',
    reads: [],
    props: { children: 'A list: author, title, where, when, with a link where there is one.' },
    example: '<Sources>\n\n- [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110), 2022.\n\n</Sources>',
  },
};

export const reference: readonly Word[] = Object.entries(described).map(([name, word]) => ({
  ...word,
  name: name as Name,
  props: Object.entries(word.props).map(([prop, says]) => ({ name: prop, says })),
}));

/** The reference as a document. */
export function referenceText(words: readonly Word[] = reference): string {
  const head = [
    '# The vocabulary of a lesson',
    'Written by `src/teach/reference.ts`; a test fails when this page is behind it (`npx vitest run src/teach -u` writes it anew).',
    'A page, `lesson.mdx`, is prose and these components. It imports nothing. Headings, lists, tables, code and links are plain Markdown. A section that begins with a second-level heading and holds Hook, Beats, Twin, Stage or Puzzle has that figure beside it on a wide screen, up to the next such section.',
  ];
  const each = words.map(({ name, says, reads, props, example }) =>
    [
      `## ${name}`,
      says,
      reads.length > 0 ? `Reads: ${reads.map((file) => `\`${file}\``).join(', ')}.` : '',
      props.map((prop) => `- \`${prop.name}\`: ${prop.says}`).join('\n'),
      `\`\`\`mdx\n${example}\n\`\`\``,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `${[...head, ...each].join('\n\n')}\n`;
}
