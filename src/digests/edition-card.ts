import type { CardView } from '../bot/answer.ts';
import type { Submission } from '../ideas/model.ts';
import { thankedName } from '../ideas/thanks.ts';
import { caseArea, caseName, isAdded } from '../reading/case-name.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { Article, CaseStudy } from '../reading/model.ts';
import type { Replication } from '../spread/model.ts';
import { sourceTitle } from '../spread/spread-words.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import type { CountedLinks } from './counts/counted-links.ts';
import type { Known } from './model.ts';
import { sayWhen } from './schedule-words.ts';
import { isAllGone, type Told } from './told.ts';

/** An edition as one place gets it. */
export interface Shown extends Told {
  readonly schedule: Schedule;
  readonly because: 'due' | 'asked';
  /** It comes to one person. */
  readonly personal: boolean;
  /** The addresses to show in place of the articles' own. */
  readonly links: CountedLinks;
}

// Ten articles of the greatest length and this much for each link leave the card under 28 KB.
const longestLink = 250;

/** One digest: articles, one case study, ideas that moved and new projects, each with a way to read on. */
export const editionCard = (words: Words, shown: Shown): CardView =>
  editionSaying(words, shown, whyItComes(words, shown));

/** The same with other words on why it comes. */
export function editionSaying(
  words: Words,
  shown: Omit<Shown, 'schedule' | 'because'>,
  why: string,
): CardView {
  const { edition, articles, study, ideas, projects, spread, personal, links } = shown;
  return {
    card: 'digests/edition',
    summary: titleOf(words, shown),
    data: {
      why,
      opening: edition.opening ?? '',
      correction: correctionOf(words, shown),
      articles: articles.map((article, index) => ({
        ...articleData(words, article, links),
        leads: index === 0,
      })),
      cases: study ? [caseData(words, study)] : [],
      hasIdeas: ideas.length > 0,
      ideas: ideas.map((idea) => movedData(words, idea)),
      median: medianOf(words, edition.medianDays),
      hasProjects: projects.length > 0,
      projects: projects.map((project) => movedData(words, project)),
      hasSpread: spread.length > 0,
      spread: spread.map(({ id, body }) => ({
        id,
        title: sourceTitle(words, body.source),
        meta: spreadLine(words, body),
      })),
      stop: words.say(personal ? 'digests.edition.stopOwn' : 'digests.edition.stop'),
    },
  };
}

// Notifications and subjects of e-mails have room for so much.
const longestInSummary = 80;

/** One line that tells what an edition brings. */
export function titleOf(words: Words, told: Told): string {
  const { articles, study, ideas, projects, spread } = told;
  if (isAllGone(told)) return words.say('digests.edition.title');
  const others = Math.max(0, articles.length - 1);
  const title =
    articles[0]?.body.title ??
    (study && caseTitle(words, study.body)) ??
    ideas[0]?.title ??
    projects[0]?.title ??
    (spread[0] && sourceTitle(words, spread[0].body.source)) ??
    '';
  return words.say('digests.edition.summary', { title: cutAtWord(title, longestInSummary), others });
}

/** When it comes, and because of whom. */
export function whyItComes(words: Words, { edition, schedule, because, personal }: Shown): string {
  const date = words.date(edition.composedAt);
  const own = personal ? 'Own' : '';
  return because === 'due'
    ? words.say(`digests.edition.due${own}`, { date, schedule: sayWhen(words, schedule) })
    : words.say(`digests.edition.asked${own}`, { date });
}

/** What was put right, by the rules and by hand; empty when nothing was. */
export function correctionOf(words: Words, told: Told): string {
  const { correction, putRight = [] } = told.edition;
  const last = putRight.at(-1);
  const byHand = last && (last.note || words.say('digests.edition.putRight'));
  const notes = [correction?.note, byHand].filter((note) => note !== undefined);
  if (notes.length === 0) return '';
  const corrected = words.say('digests.edition.corrected', { note: notes.join(' ') });
  return isAllGone(told) ? `${corrected} ${words.say('digests.edition.allGone')}` : corrected;
}

export const medianOf = (words: Words, days: number | undefined): string =>
  days === undefined ? '' : words.say('digests.edition.median', { days });

/** What became of an idea, with thanks by name where its author consented; of a project its service. */
export function movedLine(words: Words, submission: Submission): string {
  const { kind, state, service } = submission;
  if (kind === 'project') return service ?? words.say(`ideas.state.${state}`);
  const became = words.say(`ideas.state.${state}`);
  const name = thankedName(submission);
  if (name === undefined) return words.say('digests.edition.became', { state: became });
  return words.say('digests.edition.becameThanks', { state: became, name });
}

/** Where something is tried, or what came of it there. */
export const spreadLine = (words: Words, { service, result }: Replication): string =>
  words.say(`digests.edition.spread.${result?.outcome ?? 'running'}`, { service });

const movedData = (words: Words, submission: Submission) => ({
  reference: submission.reference,
  title: submission.title,
  meta: movedLine(words, submission),
});

export const articleMeta = (words: Words, { source, publishedAt }: Article): string =>
  words.say('digests.edition.meta', { source: source.name, date: words.date(publishedAt) });

function articleData(words: Words, { id, body }: Known<Article>, links: CountedLinks) {
  const { title, teaser } = body;
  const link = links.get(id) ?? body.link ?? '';
  return {
    id,
    title,
    teaser,
    meta: articleMeta(words, body),
    link: link.length <= longestLink ? link : '',
  };
}

/** What a case study is called, and where it was. */
export const caseTitle = (words: Words, study: CaseStudy): string =>
  words.say('digests.edition.where', { place: caseName(study), region: caseArea(study) });

// Enough to tell whether it is worth opening.
const longestLookedAt = 600;

/** What is told of a case study; parts that it has not are empty. */
export function caseTold(words: Words, study: CaseStudy) {
  const source = words.say('digests.edition.source', {
    source: study.figures[0]?.source ?? study.sources[0] ?? '',
  });
  const told = {
    title: caseTitle(words, study),
    lookedAt: cutAtWord(study.lookedAt.replace(/\s+/gu, ' '), longestLookedAt),
    figure: study.figures[0]?.text ?? '',
  };
  if (isAdded(study)) {
    const [figure] = study.figures;
    const caveat = figure ? words.say(`reading.case.sure.${figure.confidence}`) : '';
    return { ...told, caveat, source, doubt: '', isPilot: false };
  }
  const [figure] = study.figures;
  const isFairlySure = figure?.confidence === 'medium';
  return {
    ...told,
    caveat: figure?.caveat ?? '',
    source: isFairlySure ? `${source} ${words.say('digests.edition.fairlySure')}` : source,
    doubt: study.doubt ?? '',
    isPilot: true,
  };
}

const caseData = (words: Words, { id, body }: Known<CaseStudy>) => ({ id, ...caseTold(words, body) });
