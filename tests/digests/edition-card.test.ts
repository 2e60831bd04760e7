import { describe, expect, test } from '@jest/globals';
import { longestNote } from '../../src/digests/correct/correct-form.ts';
import { editionCard, type Shown } from '../../src/digests/edition-card.ts';
import { type Edition, type Known, longestOpening } from '../../src/digests/model.ts';
import { noEvents } from '../../src/outbox/event.ts';
import {
  type Article,
  type CaseStudy,
  longestOfCase,
  longestTeaser,
  longestTitle,
} from '../../src/reading/model.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { cardFaults } from '../cards/card-faults.ts';
import { objectsWithin, stringsWithin } from '../cards/templates.ts';
import { sampleSubmission } from '../ideas/sample-submission.ts';
import { sampleReplication } from '../spread/sample-replication.ts';
import { isObject } from '../teams/simulator/json.ts';
import { tuesdays, words } from './sample-place.ts';
import { sampleArticle, sampleCase } from './sample-reading.ts';

const cards = loadCards(words);
const author = { personId: 'sample-person', name: 'Ann Sample' };
const thanks = { n: 1, round: 1, agreed: true, at: '2026-11-20T09:00:00.000Z', places: [] };
const at = '2026-12-01T10:00:00.000Z';
const edition: Edition = {
  articleIds: [],
  ideas: [],
  projects: [],
  spread: [],
  themes: [],
  why: {},
  composedAt: at,
  cutOff: at,
  ...noEvents,
};
const day = '2026-11-24T09:00:00.000Z';

function drawn(told: Partial<Shown> = {}) {
  const view = editionCard(words, {
    edition,
    schedule: tuesdays,
    because: 'due',
    personal: false,
    ideas: [],
    projects: [],
    spread: [],
    articles: [sampleArticle('a', day)],
    study: undefined,
    links: new Map(),
    ...told,
  });
  const content: unknown = cards.draw(view, 'message').content;
  if (!isObject(content)) throw new Error('no card is drawn');
  return content;
}

const said = (card: object) => [...stringsWithin(card)];
const buttons = (card: object, title: string) =>
  [...objectsWithin(card)].filter((node) => node.title === title).map((node) => node.data ?? node.url);

const projected = sampleCase('a', ['early-years'], {
  figures: [
    {
      text: 'Sample: £1 spent early was expected to save £4 later.',
      source: 'Sample review, 2010',
      confidence: 'medium',
      caveat: "Sample: the pilot's own projection.",
    },
  ],
});

describe('the card of an edition', () => {
  test('tells of each article its title, teaser, source and date, and links to it', () => {
    const card = drawn({ articles: [sampleArticle('a', day), sampleArticle('b', day)] });
    for (const name of ['a', 'b'])
      expect(said(card)).toEqual(
        expect.arrayContaining([
          `Sample article: ${name}`,
          `Sample teaser of ${name}.`,
          `https://news.example/${name}`,
        ]),
      );
    expect(said(card)).toContain('Sample source, Tuesday 24 November 2026');
  });

  test('opens an article without an address in iNews', () => {
    const { link: _, ...body } = sampleArticle('own', day).body;
    expect(buttons(drawn({ articles: [{ id: 'article-own', body }] }), 'Read')).toContainEqual({
      action: 'reading.article',
      about: { article: 'article-own' },
    });
  });

  test('offers to share an idea about the lead article and about the case study', () => {
    const card = drawn({
      articles: [sampleArticle('a', day), sampleArticle('b', day)],
      study: projected,
    });
    expect(buttons(card, 'Share an idea about this')).toMatchObject([
      { dialog: 'idea.share', about: { article: 'article-a' } },
      { dialog: 'idea.share', about: { case: 'case-a' } },
    ]);
  });

  test('shows a figure only with its source, its caveat and that it is a projection', () => {
    expect(said(drawn({ study: projected }))).toEqual(
      expect.arrayContaining([
        'Sample place a (Sample region)',
        'Sample: £1 spent early was expected to save £4 later.',
        "Sample: the pilot's own projection.",
        'Source: Sample review, 2010. We are only fairly sure of this figure.',
        expect.stringContaining('projections'),
      ]),
    );
  });

  test('shows a case study without a figure with its source alone', () => {
    const shown = said(drawn({ study: sampleCase('a', []) }));
    expect(shown).toContain('Source: Sample review.');
    expect(shown).not.toContainEqual(expect.stringContaining('projections'));
  });

  test('says how to stop it and opens the form that changes it', () => {
    const card = drawn();
    expect(said(card)).toContainEqual(expect.stringContaining('“digest off”'));
    expect(buttons(card, 'Change or stop this digest')).toMatchObject([{ dialog: 'digest.subscribe' }]);
  });

  test('tells what became of ideas, thanks by name only where the author consented, and says how long it takes', () => {
    const ideas = [
      sampleSubmission({ title: 'Sample idea: named', state: 'adopted', naming: 'named', author, thanks }),
      sampleSubmission({ title: 'Sample idea: not asked', state: 'parked', naming: 'named', author }),
      sampleSubmission({ title: 'Sample idea: unnamed', state: 'adopted', naming: 'anonymous' }),
    ];
    const shown = said(drawn({ ideas, edition: { ...edition, medianDays: 6 } }));
    expect(shown).toEqual(
      expect.arrayContaining([
        'Sample idea: named',
        'Adopted. Thank you, Ann Sample.',
        'Sample idea: not asked',
        'Not now.',
        'Sample idea: unnamed',
        'Adopted.',
        'Half of the decisions of the last 90 days took 6 days or less.',
      ]),
    );
    expect(said(drawn())).not.toContain('You said, we did');
  });

  test.each([
    [0, 'with a case study alone'],
    [1, 'with one article'],
    [10, 'with ten articles'],
  ])('is a faultless card under 28 KB at the longest that is allowed: %i, %s', (count) => {
    const longest = (n: number): Known<Article> =>
      sampleArticle(String(n), day, {
        title: '“W”'.repeat(100).slice(0, longestTitle),
        teaser: '£'.repeat(longestTeaser),
        source: { name: 'W'.repeat(100) },
        link: `https://news.example/${'w'.repeat(229)}`,
      });
    const longestIdea = sampleSubmission({
      title: 'W'.repeat(120),
      state: 'adopted',
      naming: 'named',
      thanks,
      author: { ...author, name: 'W'.repeat(100) },
    });
    const longestCase: Known<CaseStudy> = {
      id: 'c'.repeat(22),
      body: {
        title: 'W'.repeat(longestOfCase.title),
        place: 'W'.repeat(longestOfCase.place),
        lookedAt: '£'.repeat(longestOfCase.lookedAt),
        figures: [
          {
            text: '£'.repeat(longestOfCase.figure),
            source: '£'.repeat(longestOfCase.source),
            confidence: 'medium',
          },
        ],
        sources: ['Sample source'],
        topics: [],
        added: { by: author, at: day },
      },
    };
    const card = drawn({
      articles: Array.from({ length: count }, (_, n) => longest(n)),
      study: longestCase,
      ideas: Array.from({ length: count / 2 }, () => longestIdea),
      projects: Array.from({ length: Math.ceil(count / 4) }, () => longestIdea),
      spread: Array.from({ length: Math.ceil(count / 4) }, () =>
        sampleReplication({
          source: { kind: 'idea', id: 'K7Q2MX', title: 'W'.repeat(120) },
          service: 'W'.repeat(60),
        }),
      ),
      edition: {
        ...edition,
        opening: '£'.repeat(longestOpening),
        medianDays: 6,
        correction: { n: 1, note: 'W'.repeat(100), without: [] },
        putRight: [{ n: 1, by: author, at, form: 'sample', note: '£'.repeat(longestNote) }],
      },
    });
    expect(cardFaults(card)).toEqual([]);
  });

  test('tells a case study that the innovation team added with its figure and how sure that is', () => {
    const body: CaseStudy = {
      title: 'Sample case: one letter',
      place: 'Housing',
      lookedAt: 'Sample text: what was tried.',
      figures: [{ text: 'Sample figure.', source: 'Sample count', confidence: 'high' }],
      sources: ['Sample count'],
      topics: [],
      added: { by: author, at: day },
    };
    const told = said(drawn({ articles: [], study: { id: 'own', body } }));
    expect(told).toEqual(
      expect.arrayContaining([
        'Sample case: one letter (Housing)',
        'Sample figure.',
        'This has been measured.',
        'Source: Sample count.',
      ]),
    );
    expect(told.filter((text) => /pilot/iu.test(text))).toEqual([]);
  });

  test('opens an article in iNews when its address is too long for a card', () => {
    const article = sampleArticle('a', day, { link: `https://news.example/${'w'.repeat(1500)}` });
    expect(buttons(drawn({ articles: [article] }), 'Read')).toContainEqual({
      action: 'reading.article',
      about: { article: 'article-a' },
    });
  });
});
