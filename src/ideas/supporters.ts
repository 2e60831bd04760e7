import { latestSupports } from '../engagement/marks.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { Submission } from './model.ts';
import { ideaSubject } from './recount.ts';

const mostNamed = 20;

/** Says to the author who supports their idea; those who wished so, and those beyond the first, without a name. */
export async function supportersLine(
  store: DocumentStore,
  words: Words,
  tenantId: string,
  { reference }: Submission,
): Promise<string> {
  const supports = await latestSupports(store, ideaSubject(tenantId, reference), 1000);
  if (supports.length === 0) return '';
  const named = supports.flatMap(({ named, by }) => (named && by.name ? [by.name] : [])).slice(0, mostNamed);
  const unnamed = supports.length - named.length;
  const names = [...named, ...(unnamed > 0 ? [words.say('ideas.story.unnamed', { n: unnamed })] : [])];
  return words.say('ideas.story.support', { n: supports.length, names: names.join(', ') });
}
