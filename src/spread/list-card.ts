import type { CardView } from '../bot/answer.ts';
import { sayDate } from '../ideas/plan-words.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import type { KnownReplication, Replication } from './model.ts';
import type { SourceIds } from './source.ts';
import { colourOf, leadLine, learntOf, sayState, sourceTitle, stateOf } from './spread-words.ts';

const longestLearnt = 160;

/** One of a list: those of one source are told apart by their services, those of a person by what is tried. */
export const itemData = (words: Words, { id, body }: KnownReplication) => ({
  id,
  title: sourceTitle(words, body.source),
  service: body.service,
  state: sayState(words, body),
  colour: colourOf[stateOf(body)],
  lead: leadLine(words, body),
  learnt: cutAtWord(learntOf(body), longestLearnt),
});

/** In a person's own list nobody need say who leads it. */
const startLine = (words: Words, { startsOn }: Replication): string =>
  words.say('spread.list.startsOn', { date: sayDate(words, startsOn) });

/** Where something is tried, or what one person leads. */
export function listCard(
  words: Words,
  { documents, continuation }: Page<Replication>,
  { of, paged }: { of: SourceIds | 'mine'; paged: boolean },
): CardView {
  const mine = of === 'mine';
  const list = mine ? 'mine' : 'idea';
  const ids = mine ? {} : of;
  const idea = !mine && 'idea' in of ? of.idea : '';
  const study = !mine && 'case' in of ? of.case : '';
  const hasOlder = continuation !== undefined;
  const heading = words.say(`spread.list.heading.${list}`);
  const [first] = documents;
  return {
    card: 'spread/list',
    data: {
      heading,
      about: !mine && first ? sourceTitle(words, first.body.source) : '',
      empty: first || paged ? '' : words.say(`spread.list.empty.${list}`),
      items: documents.map((known) => {
        const { title, service, ...item } = itemData(words, known);
        return mine
          ? { ...item, title, service, lead: startLine(words, known.body) }
          : { ...item, title: service, service: '' };
      }),
      older: { ...ids, ...(continuation && { after: continuation }) },
      newest: ids,
      olderMine: mine && hasOlder,
      newestMine: mine && paged,
      olderIdea: idea !== '' && hasOlder,
      newestIdea: idea !== '' && paged,
      olderCase: study !== '' && hasOlder,
      newestCase: study !== '' && paged,
      mine,
      idea,
      study,
    },
    summary: heading,
  };
}
