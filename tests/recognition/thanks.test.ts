import { describe, expect, test } from '@jest/globals';
import type { Submission } from '../../src/ideas/model.ts';
import { states } from '../../src/ideas/terms.ts';
import { agreeToThanks, mayBeThanked, thankedName, thankIn } from '../../src/ideas/thanks.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const author = { personId: 'ann', name: 'Ann Sample' };
const adopted = sampleSubmission({ state: 'adopted', author });

function agreed(submission: Submission): Submission {
  const next = agreeToThanks(submission, true, now);
  if (!next) throw new Error('They agree');
  return next;
}

describe('thanks by name', () => {
  test('are for what is adopted, and never for one who is not named to everybody', () => {
    const thanked = states.filter((state) => mayBeThanked({ ...adopted, state }));
    expect(thanked).toEqual(['adopted', 'reported']);
    for (const naming of ['teamOnly', 'anonymous'] as const) {
      expect(agreeToThanks({ ...adopted, naming }, true, now)).toBeUndefined();
      expect(thankedName({ ...agreed(adopted), naming })).toBeUndefined();
    }
  });

  test('need consent, which is said once and can be taken back and given anew', () => {
    expect(thankedName(adopted)).toBeUndefined();
    expect(thankIn(adopted, ['channel'], now)).toBeUndefined();
    const yes = agreed(adopted);
    expect(thankedName(yes)).toBe('Ann Sample');
    expect(agreeToThanks(yes, true, now)).toBeUndefined();
    const no = agreeToThanks(yes, false, now);
    expect(no && [thankedName(no), thankIn(no, ['channel'], now)]).toEqual([undefined, undefined]);
    expect(no && agreed(no).thanks).toMatchObject({ agreed: true, round: 2 });
    expect(agreeToThanks(adopted, false, now)).toBeUndefined();
  });

  test('are said once in a channel, and anew where they were never said before consent was taken back', () => {
    const first = thankIn(agreed(adopted), ['a', 'b'], now);
    if (!first) throw new Error('There are channels');
    expect(thankIn(first, ['b'], now)).toBeUndefined();
    const no = agreeToThanks(first, false, now);
    const again = no && thankIn(agreed(no), ['b'], now);
    expect(again?.thanks?.places).toEqual([
      { placeId: 'a', round: 1 },
      { placeId: 'b', round: 2 },
    ]);
    expect(again?.events.map(({ data }) => data.why).slice(-5)).toEqual([
      'agreed',
      'chosen',
      'takenBack',
      'agreed',
      'chosen',
    ]);
  });
});
