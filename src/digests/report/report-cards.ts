import type { CardView } from '../../bot/answer.ts';
import type { Words } from '../../words/words.ts';
import type { Edition, Known } from '../model.ts';
import type { LastGone } from './last-gone.ts';
import type { Outcome, Standing } from './outcome.ts';
import type { ReadArticle, ReadBy } from './read-by.ts';
import type { Reason } from './why-troubled.ts';

interface ReportLine {
  readonly id: string;
  readonly title: string;
  readonly places: number;
  readonly at: string;
}

/** Recent editions, each a press away from what became of it. */
export const reportsCard = (
  words: Words,
  { lines, after, next }: { lines: readonly ReportLine[]; after: string; next: string },
): CardView => ({
  card: 'digests/reports',
  data: {
    empty: lines.length === 0 ? words.say('digests.reports.empty') : '',
    items: lines.map(({ id, title, places, at }) => ({
      id,
      title,
      meta: words.say('digests.reports.meta', { at: words.dateTime(at), places }),
    })),
    next,
    paged: after !== '',
  },
  summary: words.say('digests.reports.heading'),
});

interface Reported {
  readonly edition: Known<Edition>;
  readonly title: string;
  readonly outcome: Outcome;
  readonly last: LastGone | undefined;
  readonly reasons: readonly Reason[];
  readonly read: ReadBy;
  readonly said: string;
  /** How the messages stand that what was put right last is redrawn in. */
  readonly redrawn: Outcome | undefined;
  readonly mayCorrect: boolean;
  readonly countsLinks: boolean;
}

const colours: Readonly<Record<Standing, string>> = {
  sent: 'Accent',
  waiting: 'Accent',
  inDoubt: 'Attention',
  failed: 'Attention',
  unreachable: 'Default',
  held: 'Default',
  dropped: 'Default',
};

/** What became of one edition: how its messages stand and what readers made of it, in totals alone. */
export function reportCard(words: Words, reported: Reported): CardView {
  const { edition, title, outcome, last, reasons, read, said, countsLinks, mayCorrect } = reported;
  const { counts, planned } = outcome;
  const shown = (Object.keys(colours) as Standing[]).filter(
    (standing) => standing === 'sent' || counts[standing] > 0,
  );
  return {
    card: 'digests/report',
    data: {
      id: edition.id,
      title,
      composed: words.say('digests.report.composed', { at: words.dateTime(edition.body.composedAt) }),
      said,
      putRight: putRightLine(words, reported),
      mayCorrect,
      planned: edition.body.eventsPending
        ? words.say('digests.report.stillPlanned', { n: planned })
        : words.say('digests.report.planned', { n: planned }),
      standings: shown.map((standing) => ({
        colour: colours[standing],
        text: words.say(`digests.report.${standing}`, { n: counts[standing] }),
        reasons: reasons
          .filter((reason) => reason.standing === standing)
          .map(({ reason, n }) => words.say('digests.report.reason', { reason, n }))
          .join('; '),
      })),
      last: last ? words.say(`digests.report.last.${last.is}`, { at: words.dateTime(last.at) }) : '',
      reactions: words.say('digests.report.reactions', { n: read.reactions }),
      articles: read.articles.map((article) => ({
        title: article.title,
        text: articleLine(words, article, countsLinks),
      })),
      totals: words.say(countsLinks ? 'digests.report.totals' : 'digests.report.uncounted'),
      inDoubt: counts.inDoubt > 0,
      doubt: words.say('digests.report.doubt', { n: counts.inDoubt }),
      dropSure: words.say('digests.report.dropSure', { n: counts.inDoubt }),
    },
    summary: words.say('digests.report.summary', { title }),
  };
}

/** Who put it right last, and in how many messages that shows; empty when nobody has. */
function putRightLine(words: Words, { edition: { body }, redrawn }: Reported): string {
  const last = body.putRight?.at(-1);
  if (!last || !redrawn) return '';
  const { counts, planned } = redrawn;
  return words.say('digests.report.putRight', {
    name: last.by.name,
    at: words.dateTime(last.at),
    n: counts.sent,
    // Where nothing had arrived there is nothing to change.
    all: planned - counts.dropped,
  });
}

function articleLine(words: Words, { clicks, useful, comments }: ReadArticle, countsLinks: boolean): string {
  const marks = words.say('digests.report.marks', { useful, comments }).trim();
  if (countsLinks || clicks > 0) return `${words.say('digests.report.clicks', { n: clicks })} ${marks}`;
  return marks || words.say('digests.report.unmarked');
}

/** Tells the innovation team that many messages of an edition did not arrive. @param others editions like it. */
export const failingCard = (
  words: Words,
  { id, title, outcome, others }: { id: string; title: string; outcome: Outcome; others: number },
): CardView => ({
  card: 'digests/failing',
  data: {
    id,
    title,
    text: words.say('digests.failing.text', {
      n: outcome.counts.failed + outcome.counts.inDoubt,
      planned: outcome.planned,
    }),
    others: others > 0 ? words.say('digests.failing.others', { n: others }) : '',
  },
  summary: words.say('digests.failing.heading'),
});
