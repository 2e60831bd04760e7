import type { CardView } from '../bot/answer.ts';
import type { Submission } from '../ideas/model.ts';
import type { Article, CaseStudy } from '../reading/model.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Words } from '../words/words.ts';
import type { Known } from './model.ts';
import { sayWhen } from './schedule-words.ts';
import type { Told } from './told.ts';

/** An edition as one place gets it. */
export interface Shown extends Told {
  readonly schedule: Schedule;
  readonly because: 'due' | 'asked';
  /** It comes to one person. */
  readonly personal: boolean;
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
  const { edition, articles, study, ideas, projects, personal } = shown;
  return {
    card: 'digests/edition',
    summary: titleOf(words, shown),
    data: {
      why,
      opening: edition.opening ?? '',
      correction: correctionOf(words, shown),
      articles: articles.map((article, index) => ({ ...articleData(words, article), leads: index === 0 })),
      cases: study ? [caseData(words, study)] : [],
      hasIdeas: ideas.length > 0,
      ideas: ideas.map((idea) => movedData(words, idea)),
      median: medianOf(words, edition.medianDays),
      hasProjects: projects.length > 0,
      projects: projects.map((project) => movedData(words, project)),
      stop: words.say(personal ? 'digests.edition.stopOwn' : 'digests.edition.stop'),
    },
  };
}

/** One line that tells what an edition brings. */
export function titleOf(words: Words, { articles, study, ideas, projects }: Told): string {
  const others = Math.max(0, articles.length - 1);
  const title =
    articles[0]?.body.title ??
    (study && words.say('digests.edition.where', { place: study.body.place, region: study.body.region })) ??
    ideas[0]?.title ??
    projects[0]?.title ??
    '';
  return words.say('digests.edition.summary', { title, others });
}

/** When it comes, and because of whom. */
export function whyItComes(words: Words, { edition, schedule, because, personal }: Shown): string {
  const date = words.date(edition.composedAt);
  const own = personal ? 'Own' : '';
  return because === 'due'
    ? words.say(`digests.edition.due${own}`, { date, schedule: sayWhen(words, schedule) })
    : words.say(`digests.edition.asked${own}`, { date });
}

export const correctionOf = (words: Words, { edition: { correction } }: Told): string =>
  correction ? words.say('digests.edition.corrected', { note: correction.note }) : '';

export const medianOf = (words: Words, days: number | undefined): string =>
  days === undefined ? '' : words.say('digests.edition.median', { days });

/** What became of an idea, with thanks by name where its author consented; of a project its service. */
export function movedLine(words: Words, { kind, state, naming, author, service }: Submission): string {
  if (kind === 'project') return service ?? words.say(`ideas.state.${state}`);
  const became = words.say(`ideas.state.${state}`);
  if (naming !== 'named' || !author) return words.say('digests.edition.became', { state: became });
  return words.say('digests.edition.becameThanks', { state: became, name: author.name });
}

const movedData = (words: Words, submission: Submission) => ({
  reference: submission.reference,
  title: submission.title,
  meta: movedLine(words, submission),
});

export const articleMeta = (words: Words, { source, publishedAt }: Article): string =>
  words.say('digests.edition.meta', { source: source.name, date: words.date(publishedAt) });

function articleData(words: Words, { id, body }: Known<Article>) {
  const { title, teaser, link = '' } = body;
  return {
    id,
    title,
    teaser,
    meta: articleMeta(words, body),
    link: link.length <= longestLink ? link : '',
  };
}

/** What is told of a case study; parts that it has not are empty. */
export function caseTold(words: Words, { place, region, lookedAt, figures, sources, doubt = '' }: CaseStudy) {
  const [figure] = figures;
  const source = words.say('digests.edition.source', { source: figure?.source ?? sources[0] ?? '' });
  return {
    title: words.say('digests.edition.where', { place, region }),
    lookedAt,
    figure: figure?.text ?? '',
    caveat: figure?.caveat ?? '',
    source: figure?.confidence === 'medium' ? `${source} ${words.say('digests.edition.fairlySure')}` : source,
    doubt,
  };
}

const caseData = (words: Words, { id, body }: Known<CaseStudy>) => ({ id, ...caseTold(words, body) });
