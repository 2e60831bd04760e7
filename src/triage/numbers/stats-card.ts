import type { CardView } from '../../bot/answer.ts';
import { themeName, themes } from '../../subjects/codes.ts';
import type { Words } from '../../words/words.ts';
import type { Figures, SpreadFigures } from './model.ts';

interface Bar {
  readonly x: string;
  readonly y: number;
  /** The same in words, for clients that draw no charts. */
  readonly line: string;
}

const mostServices = 8;

/** The figures as a card: the key ones in words, the rest in charts with the words in their place where there are none. */
export function statsCard(words: Words, figures: Figures): CardView {
  const { total, waiting, decisions, medianDays, reported, pounds, months, spread } = figures;
  const decided = decisions.trial + decisions.adopted + decisions.parked + decisions.declined;
  const bar = (x: string, y: number): Bar => ({ x, y, line: words.say('stats.line', { what: x, n: y }) });
  return {
    card: 'triage/stats',
    data: {
      counted: words.say('stats.counted', { date: words.dateTime(figures.countedAt) }),
      lines: [
        words.say('stats.total', { n: total, waiting }),
        words.say('stats.decided', { n: decided, ...decisions }),
        medianDays === undefined
          ? words.say('stats.noMedian')
          : words.say('stats.median', { days: Math.round(medianDays * 10) / 10 }),
        decided === 0
          ? ''
          : words.say('stats.adoption', { percent: Math.round((100 * decisions.adopted) / decided) }),
        reported === 0 ? '' : words.say('stats.benefits', { n: reported, pounds }),
        spread && spread.started > 0 ? spreadLine(words, spread) : '',
      ]
        .filter((text) => text !== '')
        .map((text) => ({ text })),
      any: total > 0,
      received: months.map(({ month, received }) => bar(monthName(words, month), received)),
      decidedByMonth: months.map(({ month, decided: n }) => bar(monthName(words, month), n)),
      themes: [
        ...themes.map((theme) => bar(themeName(words, theme), figures.themes[theme] ?? 0)),
        bar(words.say('stats.noTheme'), figures.themes[''] ?? 0),
      ].filter(({ y }) => y > 0),
      services: serviceBars(words, figures.services, bar),
    },
    summary: words.say('stats.heading'),
  };
}

const spreadLine = (words: Words, spread: SpreadFigures): string =>
  [
    words.say('stats.spread', spread),
    ...(spread.pounds > 0 ? [words.say('stats.spread.pounds', { pounds: spread.pounds })] : []),
  ].join(' ');

/** The largest ones by name, what is left together. */
function serviceBars(
  words: Words,
  services: Readonly<Record<string, number>>,
  bar: (x: string, y: number) => Bar,
): readonly Bar[] {
  const ranked = Object.entries(services).sort(([, a], [, b]) => b - a);
  const rest = ranked.slice(mostServices).reduce((sum, [, n]) => sum + n, 0);
  const named = ranked
    .slice(0, mostServices)
    .map(([service, n]) => bar(service === '' ? words.say('stats.noService') : service, n));
  return rest === 0 ? named : [...named, bar(words.say('stats.otherServices'), rest)];
}

const monthName = (words: Words, month: string): string =>
  new Intl.DateTimeFormat(words.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );
