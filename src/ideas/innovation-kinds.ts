import { z } from 'zod';
import shipped from './innovation-kinds.json' with { type: 'json' };

/** How much the work leaves to the judgement of those who do it. */
export const discretions = ['little', 'wide'] as const;

/** What is special about the change; the first that is true. */
export const reaches = ['rule', 'elsewhere', 'platform', 'across-teams', 'one-team'] as const;

export interface KindAnswers {
  readonly discretion: (typeof discretions)[number];
  readonly reach: (typeof reaches)[number];
}

export const kindCodeSchema = z.string().regex(/^[a-z-]{1,40}$/u);

const kindSchema = z.strictObject({
  code: kindCodeSchema,
  name: z.string().min(1).max(60),
  /** The work it fits. */
  fits: z.string().min(1).max(200),
  support: z.array(z.string().min(1).max(100)).min(1).max(5),
  /** The answers that lead to it. */
  when: z.strictObject({
    discretion: z.array(z.enum(discretions)).min(1),
    reach: z.array(z.enum(reaches)).min(1),
  }),
});

export type InnovationKind = z.infer<typeof kindSchema>;

const leadsTo = ({ when }: InnovationKind, { discretion, reach }: KindAnswers): boolean =>
  when.discretion.includes(discretion) && when.reach.includes(reach);

/** A repertoire of kinds in which every two answers lead to exactly one kind and no code stands twice. */
export const repertoireSchema = z
  .strictObject({ kinds: z.array(kindSchema).min(1).max(10) })
  .superRefine(({ kinds }, context) => {
    if (new Set(kinds.map(({ code }) => code)).size < kinds.length)
      context.addIssue({ code: 'custom', message: 'Two kinds have the same code' });
    for (const discretion of discretions)
      for (const reach of reaches) {
        const found = kinds.filter((kind) => leadsTo(kind, { discretion, reach }));
        if (found.length !== 1)
          context.addIssue({
            code: 'custom',
            message: `The answers ${discretion} and ${reach} lead to ${found.length} kinds; they must lead to one`,
          });
      }
  });

/** The kinds of innovation with the support that fits each. A council may change the file; a wrong one stops the start. */
export const innovationKinds: readonly InnovationKind[] = repertoireSchema.parse(shipped).kinds;

/** The kind that two answers lead to. Throws when the repertoire was not checked. */
export function kindFor(answers: KindAnswers): InnovationKind {
  const kind = innovationKinds.find((one) => leadsTo(one, answers));
  if (!kind) throw new Error(`No kind of innovation is for ${answers.discretion} and ${answers.reach}`);
  return kind;
}

/** The kind of a code; undefined when the repertoire has it no more. */
export const kindOfCode = (code: string | undefined): InnovationKind | undefined =>
  innovationKinds.find((kind) => kind.code === code);
