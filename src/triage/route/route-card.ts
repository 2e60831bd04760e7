import type { CardView } from '../../bot/answer.ts';
import type { By } from '../../people/by.ts';
import type { Words } from '../../words/words.ts';

/** How ideas are decided in a channel, and to whom its new ones go. @param service of which; undefined: of all. */
export function routeCard(
  words: Words,
  { text, service, owners }: { text: string; service: string | undefined; owners: readonly By[] },
): CardView {
  return {
    card: 'triage/route',
    data: {
      text,
      owners: ownersLine(words, owners),
      about: service === undefined ? {} : { service },
    },
    summary: text,
  };
}

export const ownersLine = (words: Words, owners: readonly By[]): string =>
  owners.length > 0
    ? words.say('triage.route.owners', { names: owners.map(({ name }) => name).join(', ') })
    : words.say('triage.route.nobody');
