import type { CardView } from '../bot/answer.ts';
import { formData } from '../bot/dialog.ts';
import { caseKind, caseName } from '../reading/case-name.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Words } from '../words/words.ts';
import type { ChallengeAsked } from './challenge-asked.ts';
import { questionsData } from './challenge-data.ts';
import type { Alike, AlikeReading } from './evidence/alike.ts';
import type { Compared } from './evidence/compared.ts';
import { type ShareInputs, shareFields, typedOf } from './share-form.ts';

const longestExcerpt = 160;

/** A form that was filled in and is not sent yet. */
export interface Unsent {
  readonly about: object;
  readonly formId: string;
  readonly inputs: ShareInputs;
  readonly challenge?: ChallengeAsked | undefined;
}

/**
 * What is alike to an idea that is about to be sent. The card carries the idea itself: nothing is stored before its
 * author has said what it has to do with the others.
 */
export function alikeCard(
  words: Words,
  { about, formId, inputs, challenge }: Unsent,
  { ideas, reading }: Alike,
): CardView {
  const typed = typedOf(inputs);
  const said = (compared: Compared) => ({ ...about, compared });
  return {
    card: 'ideas/alike',
    data: {
      ...formData({ about, formId, typed, problems: {} }, shareFields),
      ...questionsData(words, challenge, inputs),
      different: said({ as: 'different' }),
      hasIdeas: ideas.length > 0,
      ideas: ideas.map(({ reference, title, kind, state, change }) => ({
        title,
        meta: words.say('ideas.alike.meta', {
          kind: words.say(`ideas.kind.${kind}`),
          reference,
          state: words.say(`ideas.alike.state.${state}`),
        }),
        text: cutAtWord(change, longestExcerpt),
        same: said({ as: 'same', idea: reference }),
        buildsOn: said({ as: 'buildsOn', idea: reference }),
      })),
      hasReading: reading.length > 0,
      reading: reading.map((item) => ({ ...readingShown(words, item), buildsOn: said(builtOn(item)) })),
    },
    summary: words.say('ideas.alike.heading'),
  };
}

function readingShown(words: Words, item: AlikeReading): { title: string; meta: string; text: string } {
  if (item.kind === 'case')
    return {
      title: caseName(item.study),
      meta: caseKind(words, item.study),
      text: cutAtWord(item.study.lookedAt, longestExcerpt),
    };
  const { title, source, publishedAt, teaser } = item.article;
  return {
    title,
    meta: words.say('ideas.alike.article', { source: source.name, date: words.date(publishedAt) }),
    text: cutAtWord(teaser, longestExcerpt),
  };
}

const builtOn = ({ kind, id }: AlikeReading): Compared =>
  kind === 'case' ? { as: 'buildsOn', case: id } : { as: 'buildsOn', article: id };
