import type { Submission } from '../ideas/model.ts';
import type { Benefits } from '../ideas/plans.ts';
import { confidences, controls, longest, type State } from '../ideas/terms.ts';
import type { Words } from '../words/words.ts';
import type { Fault, ImportField } from './import-model.ts';

/** What a row says besides the idea itself: why it was decided so, what it has brought, what a barrier stops. */
export interface Besides {
  readonly reason: string;
  /** Of an adopted one. */
  readonly benefits: Benefits | undefined;
  /** Of a barrier. */
  readonly barrier: Pick<Submission, 'control' | 'stops' | 'hoursAMonth'> | undefined;
}

// A project is published, not decided: its plan and lead are not in a list of ideas.
const importedKinds = ['idea', 'barrier'] as const;

/** Reads the further columns of a row, or says what is wrong with them; with no text where that is too long. */
export function readBesides(
  cell: (field: ImportField) => string,
  words: Words,
  state: State,
): Besides | Pick<Fault, 'kind' | 'text'> {
  const [reason, stops, better] = [cell('reason'), cell('stops'), cell('better')];
  if ([reason, stops, better].some((text) => text.length > longest.reason))
    return { kind: 'noteTooLong', text: '' };
  const kind = codeOf(importedKinds, cell('kind') || 'idea', (code) =>
    words.say(`exchange.import.kind.${code}`),
  );
  if (!kind) return { kind: 'unknownKind', text: cell('kind') };
  const control = codeOf(controls, cell('control'), (code) => words.say(`ideas.control.${code}`));
  if (cell('control') !== '' && !control) return { kind: 'unknownControl', text: cell('control') };
  const hours = wholeOf(cell('hours'));
  if (hours === 'none' || hours === 0) return { kind: 'badHours', text: cell('hours') };
  const pounds = wholeOf(cell('pounds'));
  if (pounds === 'none') return { kind: 'badPounds', text: cell('pounds') };
  const confidence = codeOf(confidences, cell('confidence'), (code) =>
    words.say(`exchange.import.confidence.${code}`),
  );
  if (cell('confidence') !== '' && !confidence)
    return { kind: 'unknownConfidence', text: cell('confidence') };
  const barrier = {
    ...(control && { control }),
    ...(stops && { stops }),
    ...(hours && { hoursAMonth: hours }),
  };
  return {
    reason,
    benefits: benefitsOf(state, pounds, better, confidence),
    barrier: kind === 'barrier' ? barrier : undefined,
  };
}

/** The code that a text stands for: itself, or one of its names; undefined where it is none. */
function codeOf<Code extends string>(
  codes: readonly Code[],
  text: string,
  namesOf: (code: Code) => string,
): Code | undefined {
  const said = text.toLowerCase();
  return codes.find((code) => code === said || namesOf(code).toLowerCase().split('|').includes(said));
}

/** A whole number as people write amounts, such as £12,000; 'none' for what is none, undefined where nothing stands. */
function wholeOf(text: string): number | 'none' | undefined {
  if (text === '') return undefined;
  const [, digits] = /^£?\s*(\d[\d, ]{0,11})(?:\.\d+)?$/u.exec(text) ?? [];
  return digits ? Number(digits.replace(/[, ]/gu, '')) : 'none';
}

/** What an adopted one has brought; the rest brings nothing yet. */
function benefitsOf(
  state: State,
  cashable: number | undefined,
  other: string,
  confidence: Benefits['confidence'] = 'low',
): Benefits | undefined {
  if (state !== 'adopted' && state !== 'reported') return undefined;
  if (cashable === undefined && other === '') return undefined;
  return { ...(cashable !== undefined && { cashable }), ...(other && { other }), confidence };
}
