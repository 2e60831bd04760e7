import type { CardView } from '../bot/answer.ts';
import { topicName } from '../subjects/codes.ts';
import type { Words } from '../words/words.ts';
import { isOpen, type KnownChallenge } from './model.ts';
import { countLine, type Moment, standing } from './standing.ts';

interface Shown extends Moment {
  /** Ideas that everybody may know of. */
  readonly count: number;
  /** Looked at from the list, not posted. */
  readonly viewed?: boolean;
  /** The innovation team looks at it: all ideas that came in. */
  readonly forTeam?: number | undefined;
}

/** A challenge as it is posted in a channel, and as it is looked at from the list. */
export function challengeCard(words: Words, known: KnownChallenge, shown: Shown): CardView {
  const { id, body } = known;
  const { viewed = false, forTeam, now } = shown;
  const open = isOpen(body, now);
  const over = body.state === 'closed' || body.state === 'takenBack';
  const manage = forTeam !== undefined;
  return {
    card: 'challenges/card',
    data: {
      id,
      title: body.title,
      text: body.text,
      ...standing(words, known, shown),
      topics:
        body.topics.length > 0
          ? words.say('challenges.card.topics', {
              topics: body.topics.map((topic) => topicName(words, topic)).join(', '),
            })
          : '',
      asks: open && body.questions.length > 0,
      questions: open ? body.questions.map((question) => ({ question })) : [],
      // A posted card is not drawn anew for each idea: while it is open the number would soon be wrong.
      count: viewed || over ? countLine(words, known, shown.count) : '',
      forTeam: manage
        ? words.say('challenges.card.forTeam', { n: forTeam, channels: body.placeIds.length })
        : '',
      open,
      viewed,
      mayEdit: manage && !over,
      maySeeIdeas: manage && forTeam > 0,
      mayTell: manage && body.state === 'closed' && body.toldAt === undefined,
    },
    summary: words.say('challenges.card.summary', { title: body.title }),
  };
}
