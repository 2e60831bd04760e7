import type { Words } from '../words/words.ts';
import type { AddedCase, CaseStudy } from './model.ts';

/** Whether the innovation team added it; the others ship with a release and stay as they are. */
export const isAdded = (study: CaseStudy): study is AddedCase => 'added' in study;

/** What a case study is called in lists: a pilot by its place. */
export const caseName = (study: CaseStudy): string => (isAdded(study) ? study.title : study.place);

/** The area that a case study is in. */
export const caseArea = (study: CaseStudy): string => (isAdded(study) ? study.place : study.region);

/** What kind of case study it is, and where. */
export const caseKind = (words: Words, study: CaseStudy): string =>
  isAdded(study)
    ? words.say('reading.case.kind', { place: study.place })
    : words.say('reading.case.kindPilot', { region: study.region });
