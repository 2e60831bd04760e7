import type { CardView } from '../bot/answer.ts';
import { thankedName } from '../ideas/thanks.ts';
import type { Words } from '../words/words.ts';
import { changedData, controlData } from './cards.ts';
import type { Leaders } from './read-leaders.ts';

const mostControls = 5;
const mostChanges = 5;
const mostThanked = 10;

export const hasNothingToSay = ({ controls, changes, thanked }: Leaders): boolean =>
  controls.length + changes.length + thanked.length === 0;

/** The card for leaders: what stops most and what that costs, what was changed, whom to thank. */
export function leadersCard(words: Words, shown: Leaders, now: Date): CardView {
  const { month, controls, changes, thanked } = shown;
  const barriers = controls.reduce((sum, { standing }) => sum + standing.barriers.length, 0);
  const hours = controls.reduce((sum, { standing }) => sum + standing.hours, 0);
  const counted = controls.reduce((sum, { standing }) => sum + standing.counted, 0);
  const more = controls.length - mostControls;
  return {
    card: 'audit/leaders',
    data: {
      asOf: words.say('leaders.asOf', { month: monthName(words, month), date: words.date(now) }),
      nothing: hasNothingToSay(shown) ? words.say('leaders.nothingLeft') : '',
      hasControls: controls.length > 0,
      total: words.say('audit.total', { barriers }),
      cost: barriers > 0 ? words.say('audit.cost', { barriers, hours, counted }) : '',
      controls: controls.slice(0, mostControls).map((one) => controlData(words, one)),
      more: more > 0 ? words.say('leaders.moreControls', { n: more }) : '',
      ...changedData(words, changes, mostChanges),
      hasThanks: thanked.length > 0,
      thanked: thanked.slice(0, mostThanked).map((one) => ({
        who: words.say('leaders.thanks.line', {
          name: thankedName(one) ?? '',
          kind: words.say(`ideas.kind.${one.kind}`).toLowerCase(),
        }),
        title: one.title,
      })),
      moreThanked:
        thanked.length > mostThanked
          ? words.say('leaders.thanks.more', { n: thanked.length - mostThanked })
          : '',
    },
    summary: words.say('leaders.summary'),
  };
}

/** As `December 2026`. */
const monthName = (words: Words, month: string): string =>
  new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
