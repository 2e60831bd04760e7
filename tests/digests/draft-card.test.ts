import { describe, expect, test } from '@jest/globals';
import {
  changeFields,
  changeForm,
  draftCard,
  reminderCard,
  type ShownDraft,
} from '../../src/digests/approval/draft-card.ts';
import type { Draft } from '../../src/digests/approval/model.ts';
import { approve, change, editionOf, freeze } from '../../src/digests/approval/rules.ts';
import { longestOpening } from '../../src/digests/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { longestTeaser, longestTitle } from '../../src/reading/model.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { words } from './sample-place.ts';
import { sampleArticle, sampleCase } from './sample-reading.ts';

const cards = loadCards(words);
const now = new Date('2026-11-30T09:30:00.000Z');
const draft: Draft = {
  dueAt: '2026-12-01T10:00:00.000Z',
  dueOn: '2026-12-01',
  nextOn: '2026-12-08',
  keys: [],
  places: 2,
  topics: [],
  articleIds: ['a', 'b', 'c', 'd'],
  caseId: 'case-a',
  ideas: ['IDEA'],
  projects: [],
  spread: [],
  themes: [],
  why: {},
  cutOff: now.toISOString(),
  opening: '',
  setAside: [],
  spareArticles: [
    { id: 'e', why: ['new'] },
    { id: 'f', why: ['new'] },
  ],
  spareCases: [],
  themeOf: {},
  composedAt: now.toISOString(),
  state: 'open',
  version: 0,
  steps: 0,
  ...noEvents,
};
const [tess, tom] = ['Tess Sample', 'Tom Sample'].map((name) => ({ personId: name, name }));
const doing = (by = tess, more: object = {}) => ({
  id: 'draft',
  by: by ?? { personId: '', name: '' },
  seen: 0,
  now,
  hidden: new Set<string>(),
  ...more,
});
const said = (count: number) => `${count} gone`;
const none = { opening: '', swap: [], drop: [] };

/** What a change that is carried out leads to. */
function changed(wished: object, more: object = {}, from = draft): Draft {
  const outcome = change(from, { ...none, ...wished }, doing(tom, more));
  if (outcome.kind !== 'changed') throw new Error(`it is ${outcome.kind}`);
  return outcome.next;
}

describe('a draft', () => {
  test('is swapped for the next best that is not hidden, and what was swapped or dropped is told no more', () => {
    const next = changed({ swap: ['b'], drop: ['c', 'IDEA'] }, { hidden: new Set(['e']) });
    expect(next).toMatchObject({ articleIds: ['a', 'f', 'd'], ideas: [], setAside: ['b', 'c'], version: 1 });
    expect(next.why.f).toEqual(['chosenByEditors', 'new']);
    expect(editionOf(next, said)).toMatchObject({ articleIds: ['a', 'f', 'd'], setAside: ['b', 'c'] });
  });

  test.each([
    [{}, 'standing'],
    [{ swap: ['case-a'] }, 'noSpare'],
    [{ swap: ['a', 'b', 'c'] }, 'noSpare'],
    [{ drop: ['a', 'b', 'c', 'd', 'case-a', 'IDEA'] }, 'empty'],
  ])('with the wish %j is %s', (wished, kind) => {
    expect(change(draft, { ...none, ...wished }, doing()).kind).toBe(kind);
  });

  test('is approved by anybody while it is untouched, otherwise by another than who changed it last', () => {
    expect(approve(draft, doing(tess), false).kind).toBe('approved');
    const touched = changed({ drop: ['a'] });
    expect(approve(touched, doing(tom, { seen: 1 }), false).kind).toBe('own');
    expect(approve(touched, doing(tom, { seen: 1 }), true).kind).toBe('approved');
    expect(approve(touched, doing(tess, { seen: 1 }), false).kind).toBe('approved');
    expect(approve(touched, doing(tess), false).kind).toBe('meanwhile');
  });

  test('loses its approval by a change, and keeps it when nothing is changed', () => {
    const outcome = approve(draft, doing(tess), false);
    if (outcome.kind !== 'approved') throw new Error('it is not approved');
    expect(outcome.next).toMatchObject({ state: 'approved', approvedBy: tess, version: 1 });
    expect(change(outcome.next, none, doing(tom, { seen: 1 })).kind).toBe('standing');
    const after = changed({ drop: ['a'] }, { seen: 1 }, outcome.next);
    expect(after.state).toBe('open');
    expect(after.approvedBy).toBeUndefined();
  });

  test.each<[readonly string[], boolean]>([
    [['d'], false],
    [['a'], true],
    [['c', 'd'], true],
  ])('goes without %j, hidden meanwhile; that its readers are told so is %s', (hidden, isTold) => {
    const sent = freeze('draft', draft, new Set(hidden), now);
    const edition = editionOf(sent, said);
    expect(edition.correction).toEqual(
      isTold ? { n: 1, note: `${hidden.length} gone`, without: hidden } : undefined,
    );
    if (!isTold) expect(edition.articleIds).toEqual(['a', 'b', 'c']);
    expect(approve(sent, doing(), false).kind).toBe('over');
    expect(change(sent, { ...none, drop: ['b'] }, doing()).kind).toBe('over');
  });
});

describe.each(['a', '😀', '"', '漢'])('with the longest of everything, all of it %s', (character) => {
  const long = (length: number) => character.repeat(length / character.length);
  const articles = Array.from({ length: 10 }, (_, n) => {
    const { id, body } = sampleArticle(`${n}`, now.toISOString());
    return {
      id: `${id}${'x'.repeat(30)}`,
      body: { ...body, title: long(longestTitle), teaser: long(longestTeaser) },
    };
  });
  const moved = Array.from({ length: 8 }, () => sampleSubmission({ title: long(120), state: 'trial' }));
  const shown: ShownDraft = {
    id: 'A'.repeat(43),
    draft: { ...draft, opening: long(longestOpening), changedBy: { personId: 'tom', name: long(100) } },
    told: {
      edition: {
        ...editionOf(draft, said),
        why: Object.fromEntries(
          articles.map(({ id }) => [
            id,
            ['chosenByEditors', 'featured', 'themeNotSeen', 'useful', 'near', 'new'],
          ]),
        ),
      },
      articles,
      study: sampleCase('a', []),
      ideas: moved.slice(0, 5),
      projects: moved.slice(5),
      spread: [],
    },
    now,
    unapproved: 'wait',
  };
  const typed = Object.fromEntries(
    changeFields.map((field) => [
      field,
      field === 'opening' ? long(500) : articles.map(({ id }) => id).join(','),
    ]),
  );
  const state = {
    about: { draft: shown.id, seen: '1' },
    formId: 'f'.repeat(36),
    typed,
    problems: { form: long(100) },
  };

  test.each([
    ['draft', draftCard(words, shown, long(200))],
    ['reminder', reminderCard(words, shown)],
    ['form', changeForm(words, state, shown)],
  ])('the card of the %s is under 28 KB', (_, view) => {
    for (const surface of ['message', 'inlineMessage', 'dialog'] as const)
      expect(Buffer.byteLength(JSON.stringify(cards.draw(view, surface).content))).toBeLessThan(
        27 * 1024 + 1,
      );
  });
});
