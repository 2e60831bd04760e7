import type { Hit, Search } from '../bot/search.ts';
import type { Turn } from '../bot/turn.ts';
import { cleanText } from '../bot/typed-text.ts';
import { articlePage } from '../reading/articles.ts';
import { findCases } from '../reading/cases.ts';
import { longestSearch, soughtBy } from '../reading/sought.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { FindIdeas } from './evidence/find-ideas.ts';
import { articleHit, caseHit, ideaHit } from './found-cards.ts';
import { openIdeas } from './open-ideas.ts';

interface FindParts {
  readonly store: DocumentStore;
  readonly findIdeas: FindIdeas;
}

const mostCases = 5;

/** Finds ideas, articles and case studies, to put one into a conversation. Opened only, it shows the newest. */
export const findExtension = (parts: FindParts): Search => ({
  name: 'find',
  async find({ actor, words }: Turn, typed) {
    const sought = soughtBy(words, cleanText(typed).slice(0, longestSearch));
    const { tenantId } = actor;
    const [ideas, page, studies] = await Promise.all([
      ideasFound(parts, words, tenantId, sought.kind === 'everything' ? '' : typed),
      articlePage(parts.store, tenantId, sought),
      findCases(parts.store, tenantId, sought, words),
    ]);
    return [
      ...ideas.map((idea): Hit => ideaHit(words, idea)),
      ...page.articles.map(({ id, body }): Hit => articleHit(words, id, body)),
      ...studies.slice(0, mostCases).map(({ id, body }): Hit => caseHit(words, id, body)),
    ];
  },
});

async function ideasFound({ store, findIdeas }: FindParts, words: Words, tenantId: string, typed: string) {
  if (typed !== '') return findIdeas(tenantId, typed);
  return (await openIdeas(store, tenantId, words, { find: '', after: undefined })).ideas;
}
