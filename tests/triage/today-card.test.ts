import { expect, test } from '@jest/globals';
import { todayCard } from '../../src/triage/today/today-card.ts';
import { type Section, sections } from '../../src/triage/today/worklist.ts';
import { englishWords } from '../../src/words/words.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';

const now = new Date('2026-03-20T10:00:00Z');
const due = { acknowledge: now, decide: now, near: now };

const many = (section: Section, count: number) => ({
  section,
  submissions: Array.from({ length: count }, (_, n) =>
    sampleSubmission({ title: `Sample of ${section}, number ${n}` }),
  ),
});

/** What the card says of these, as JSON. */
const said = (...listed: readonly ReturnType<typeof many>[]): string =>
  JSON.stringify(
    todayCard(englishWords('Europe/London'), { listed, absent: [], lostLeads: [] }, () => due, now).data,
  );

test('however much is pressing, something of every section is shown, and most of what presses most', () => {
  const card = said(...sections.map((section) => many(section, 100)));
  for (const section of sections) expect(card).toContain(`Sample of ${section}, number 0`);
  expect(card).toContain('Sample of answered, number 3');
  expect(card).not.toContain('Sample of answered, number 4');
  expect(card).not.toContain('Sample of wakesSoon, number 1');
  expect(card.match(/Sample of/gu)).toHaveLength(14);
});

test('what is not shown of a section is counted', () => {
  const card = said(many('overdue', 6), many('dueSoon', 1));
  expect(card).toContain('Overdue: 6');
  expect(card).toContain('And 2 more');
  expect(card).not.toContain('And one more');
});
