import type { CardView } from '../bot/answer.ts';
import { sayPart } from '../bot/list-part.ts';
import type { Marks } from '../engagement/marks.ts';
import type { Words } from '../words/words.ts';
import { subjectsLine, topicList } from './article-words.ts';
import { foundLine, longestExcerpt } from './cards.ts';
import { caseArea, caseName, isAdded } from './case-name.ts';
import type { CasePage } from './case-page.ts';
import { cutAtWord } from './cut-at-word.ts';
import type { ListPlace } from './list-place.ts';
import type { AddedCase, CaseStudy, ShippedCase } from './model.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Sought } from './sought.ts';
import { type Tried, triedLine } from './tried-elsewhere.ts';

/** @param forTeam shows the button by which one is added. */
export function casesCard(
  words: Words,
  page: CasePage,
  { sought, place, forTeam }: { sought: Sought; place: ListPlace; forTeam: boolean },
): CardView {
  const { total } = page;
  return {
    card: 'reading/cases',
    data: {
      found: total > 0 ? foundLine(words, 'reading.cases.found', sought) : '',
      part: sayPart(words, { all: total, before: page.start, shown: page.cases.length }),
      first: page.start === 0,
      empty: total > 0 ? '' : whyNone(words, sought),
      cases: page.cases.map(({ id, body }) => ({
        ...place,
        id,
        place: caseName(body),
        meta: words.say('reading.cases.place', { region: caseArea(body), topics: topicList(words, body) }),
        lookedAt: cutAtWord(body.lookedAt, longestExcerpt),
      })),
      find: place.find,
      next: page.next ?? '',
      previous: page.previous ?? '',
      forTeam,
    },
    summary: words.say('reading.cases.summary', { count: total }),
  };
}

const whyNone = (words: Words, sought: Sought): string =>
  sought.kind === 'everything'
    ? words.say('reading.cases.none')
    : words.say('reading.cases.notFound', { text: sought.text });

/** Everything that the card of one case study shows. */
interface CaseView {
  readonly id: string;
  readonly study: CaseStudy;
  readonly place: ListPlace;
  readonly marks: Marks;
  /** Where it is or was tried here. */
  readonly tried: readonly Tried[];
  /** Nobody else sees the card, so it may say what its reader did. */
  readonly own: boolean;
  /** The innovation team's buttons are shown, where it was added. */
  readonly forTeam: boolean;
}

export function caseCard(words: Words, { id, study, place, marks, tried, own, forTeam }: CaseView): CardView {
  const isOwn = own && marks.supporting;
  const isBack = isAdded(study) && study.takenBack !== undefined;
  const mayChange = forTeam && isAdded(study);
  return {
    card: 'reading/case',
    data: {
      after: place.after,
      find: place.find,
      id,
      name: caseName(study),
      paragraphs: paragraphsOf(study.lookedAt).map((text) => ({ text })),
      sources: sourcesLine(words, study),
      subjects: subjectsLine(words, study),
      hasFigures: study.figures.length > 0,
      ...(isAdded(study) ? added(words, study) : shipped(words, study)),
      useful: words.say(isOwn ? 'reading.usefulOwn' : 'reading.usefulCount', { count: marks.supports }),
      tried: triedLine(words, tried),
      isShown: !isBack,
      mayMark: !isBack && !isOwn,
      mayUnmark: !isBack && isOwn,
      mayEdit: mayChange,
      mayTakeBack: mayChange && !isBack,
      mayPutBack: mayChange && isBack,
    },
    summary: words.say('reading.case.summary', { place: caseName(study) }),
  };
}

/** Of one that was added those alone that no figure names. */
function sourcesLine(words: Words, study: CaseStudy): string {
  const sources = isAdded(study)
    ? study.sources.filter((source) => study.figures.every((figure) => figure.source !== source))
    : study.sources;
  return sources.length === 0
    ? ''
    : words.say('reading.case.sources', { count: sources.length, sources: sources.join('; ') });
}

const shipped = (words: Words, { region, doubt = '', figures }: ShippedCase) => ({
  meta: words.say('reading.case.region', { region }),
  doubt,
  state: '',
  link: '',
  isPilot: true,
  projected: figures.length > 0,
  figures: figures.map((figure) => ({
    text: figure.text,
    caveat: figure.caveat,
    source: words.say('reading.case.source', { source: figure.source }),
    doubt: figure.confidence === 'high' ? '' : words.say('reading.case.fairlySure'),
  })),
});

const added = (words: Words, { place, added: by, edited, takenBack, link = '', figures }: AddedCase) => ({
  meta: words.say('reading.case.added', { place, date: words.date((edited ?? by).at) }),
  doubt: '',
  state: takenBack
    ? words.say('reading.case.takenBack', { name: takenBack.by.name, date: words.date(takenBack.at) })
    : '',
  link,
  isPilot: false,
  projected: false,
  figures: figures.map(({ text, source, confidence }) => ({
    text,
    caveat: words.say(`reading.case.sure.${confidence}`),
    source: words.say('reading.case.source', { source }),
    doubt: '',
  })),
});
