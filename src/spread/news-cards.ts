import type { CardView } from '../bot/answer.ts';
import { sayDate } from '../ideas/plan-words.ts';
import type { By } from '../people/by.ts';
import type { Words } from '../words/words.ts';
import type { KnownReplication, Replication } from './model.ts';
import {
  broughtBy,
  colourOf,
  leadLine,
  learntOf,
  sayState,
  sourceTitle,
  stateOf,
  whatLine,
} from './spread-words.ts';

const card = (
  words: Words,
  name: string,
  { id, body }: KnownReplication,
  heading: string,
  more: object,
): CardView => ({
  card: name,
  data: { id, heading, title: sourceTitle(words, body.source), ...more },
  summary: `${heading}: ${whatLine(words, body)}`,
});

const values = (words: Words, { service, startsOn }: Replication) => ({
  service,
  date: sayDate(words, startsOn),
});

/** To somebody whom another named as the lead. */
export const namedCard = (words: Words, known: KnownReplication, by: By): CardView =>
  card(words, 'spread/named', known, words.say('spread.named.heading', { name: by.name }), {
    text: words.say('spread.named.text', values(words, known.body)),
  });

/** To the one who leads it again, because the one who was named cannot. */
export const refusedCard = (words: Words, known: KnownReplication, who: By): CardView =>
  card(words, 'spread/refused', known, words.say('spread.refused.heading', { name: who.name }), {
    text: words.say('spread.refused.text', { lead: known.body.lead.name, service: known.body.service }),
  });

/** To the lead, after some months. */
export const askCard = (words: Words, known: KnownReplication): CardView =>
  card(words, 'spread/ask', known, words.say('spread.ask.heading'), {
    text: words.say('spread.ask.text', values(words, known.body)),
  });

/** To those who follow it: that it spreads, and later how it went. */
export function followedCard(words: Words, known: KnownReplication): CardView {
  const { body } = known;
  const { state, service, source } = body;
  const steps = { running: 'started', finished: 'reported', ended: 'endedEarly' } as const;
  const heading =
    state === 'running' && source.kind === 'case'
      ? words.say('spread.followed.started.case')
      : words.say(`spread.followed.${steps[state]}`, { service });
  return card(words, 'spread/followed', known, heading, {
    service,
    state: sayState(words, body),
    colour: colourOf[stateOf(body)],
    lead: leadLine(words, body),
    learnt: learntOf(body),
    benefits: broughtBy(words, body),
  });
}
