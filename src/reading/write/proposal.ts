import { z } from 'zod';
import { eventSchema, noEvents, withEvent } from '../../outbox/event.ts';
import { defineCollection } from '../../store/collection.ts';
import { mostTopics, themeSchema, topicSchema } from '../../subjects/codes.ts';
import { articleOrder, findableIn } from '../article.ts';
import { cutAtWord } from '../cut-at-word.ts';
import {
  type Article,
  type Done,
  doneSchema,
  longestName,
  longestTeaser,
  longestTitle,
  pictureSchema,
} from '../model.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { readingId } from '../reading-id.ts';

export const longestText = 4_000;
export const longestAnswer = 1_000;

const writtenSchema = z.object({
  title: z.string().min(1).max(longestTitle),
  teaser: z.string().max(longestTeaser),
  text: z.string().min(1),
  link: z.string().optional(),
  picture: pictureSchema.optional(),
  theme: themeSchema.optional(),
  topics: z.array(topicSchema).max(mostTopics),
});

/** An article as somebody wrote it. */
export type Written = z.infer<typeof writtenSchema>;

/** An article that a member of staff wrote; the innovation team publishes or answers it. */
const proposalSchema = z.object({
  written: writtenSchema,
  proposed: doneSchema,
  state: z.enum(['proposed', 'published', 'answered']),
  /** Who wrote it is known to the innovation team alone: they asked so in the work that it tells of. */
  unnamed: z.boolean().optional(),
  decided: doneSchema.optional(),
  /** Why it is not published, or what the innovation team asks. */
  answer: z.string().optional(),
  events: z.array(eventSchema).default([]),
  eventsPending: z.boolean().default(false),
});

export type Proposal = z.infer<typeof proposalSchema>;

export const proposals = defineCollection({
  name: 'proposals',
  schemaVersion: 1,
  schema: proposalSchema,
  partition: 'tenant',
  indexed: ['state', 'eventsPending'],
  orders: [],
});

export const articleProposed = 'article.proposed';
/** Published at once by whoever of the innovation team wrote it. */
export const articlePublished = 'article.published';
export const proposalDecided = 'article.proposalDecided';

/** An article as it is handed in. */
interface HandedIn {
  readonly written: Written;
  readonly proposed: Done;
  readonly unnamed: boolean;
}

export const newProposal = (id: string, { written, proposed, unnamed }: HandedIn): Proposal =>
  withEvent(
    { written, proposed, state: 'proposed', ...(unnamed && { unnamed }), ...noEvents },
    { id: `proposals/${id}/0`, type: articleProposed, at: proposed.at, data: {} },
  );

/** Written by somebody of the innovation team, and published by them with that. */
export const publishedAtOnce = (id: string, { written, proposed, unnamed }: HandedIn): Proposal =>
  withEvent(
    {
      written,
      proposed,
      state: 'published',
      decided: proposed,
      ...(unnamed && { unnamed }),
      ...noEvents,
    },
    { id: `proposals/${id}/0`, type: articlePublished, at: proposed.at, data: {} },
  );

const decide = (id: string, proposal: Proposal, decided: Done): Proposal =>
  withEvent(
    { ...proposal, decided },
    { id: `proposals/${id}/1`, type: proposalDecided, at: decided.at, data: {} },
  );

/** Published, as written or as the innovation team changed it; undefined when it was decided already. */
export const publishedProposal = (
  id: string,
  proposal: Proposal,
  decided: Done,
  written: Written = proposal.written,
): Proposal | undefined =>
  proposal.state === 'proposed'
    ? decide(id, { ...proposal, written, state: 'published' }, decided)
    : undefined;

/** Answered instead of published; undefined when it was decided already. */
export const answeredProposal = (
  id: string,
  proposal: Proposal,
  decided: Done,
  answer: string,
): Proposal | undefined =>
  proposal.state === 'proposed' ? decide(id, { ...proposal, answer, state: 'answered' }, decided) : undefined;

export const articleIdOf = (proposalId: string): string => readingId(`proposal ${proposalId}`);

/** The article that a published proposal is; undefined while it is none. */
export function articleOf(proposalId: string, { written, proposed, state, decided, unnamed }: Proposal) {
  if (state !== 'published' || !decided) return undefined;
  const { title, teaser, text, link, picture, theme, topics } = written;
  const id = articleIdOf(proposalId);
  const told = { title, teaser, source: { name: 'iNews' } };
  const body: Article = {
    kind: 'iNews',
    ...told,
    ...(!unnamed && { author: cutAtWord(proposed.by.name, longestName) }),
    publishedAt: decided.at,
    addedAt: decided.at,
    order: articleOrder(decided.at, id),
    ...(link && { link }),
    ...(picture && { picture }),
    ...(theme && { theme }),
    topics,
    findable: findableIn(told),
    text: paragraphsOf(text),
    contentVersion: 1,
  };
  return { id, body };
}
