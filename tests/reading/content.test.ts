import { describe, expect, test } from '@jest/globals';
import { shippedContent } from '../../src/reading/content.ts';

const { cases } = shippedContent().cases;
const { articles } = shippedContent().articles;
const study = (code: string) => {
  const found = cases.find((one) => one.code === code);
  if (!found) throw new Error(`No case study ${code}`);
  return found;
};
const everythingIn = (code: string) => JSON.stringify(study(code));

describe('the case studies', () => {
  test('are the thirteen Total Place pilots, each once', () => {
    expect(cases).toHaveLength(13);
    expect(new Set(cases.map(({ code }) => code)).size).toBe(13);
    expect(new Set(cases.map(({ place }) => place)).size).toBe(13);
  });

  test.each(cases.map((one) => [one.place, one] as const))('%s has sources and topics', (_, one) => {
    expect(one.sources.length).toBeGreaterThan(0);
    expect(one.topics.length).toBeGreaterThan(0);
  });

  test.each(cases.flatMap(({ figures }) => figures).map((figure) => [figure.text, figure] as const))(
    '“%s” has a source, and says that it is not audited',
    (_, { source, caveat, text }) => {
      expect(source).not.toBe('');
      expect(caveat).toContain('not an audited result');
      expect(text).toMatch(/\d|third|quarter|half/u);
    },
  );

  test('say what is in doubt exactly where we are not sure', () => {
    for (const { confidence, doubt } of cases) expect(doubt !== undefined).toBe(confidence !== 'high');
    expect(study('durham').confidence).toBe('medium');
    expect(study('lewisham').confidence).toBe('incomplete');
  });

  test('show no figure where none was found', () => {
    const without = cases.filter(({ figures }) => figures.length === 0).map(({ code }) => code);
    expect(without).toEqual([
      'coventry-solihull-warwickshire',
      'durham',
      'lewisham',
      'manchester-warrington',
    ]);
  });

  test('of Kent say that the figures overlap', () => {
    for (const { caveat } of study('kent').figures) expect(caveat).toContain('must not be added up');
  });

  test('of Dorset leave out the other measure, and warn of it', () => {
    expect(everythingIn('dorset-poole-bournemouth')).not.toContain('£12m');
    expect(study('dorset-poole-bournemouth').figures[0]?.caveat).toContain('measures something else');
  });

  test('of Luton give no cost of a head', () => {
    expect(everythingIn('luton-central-bedfordshire')).not.toContain('£');
  });

  test('of Leicester say that the figure is a minister’s claim of which we are only fairly sure', () => {
    const [figure] = study('leicester-leicestershire').figures;
    expect(figure?.confidence).toBe('medium');
    expect(figure?.caveat).toContain('minister’s claim');
  });
});

describe('iNews’ own article', () => {
  test('names the report it tells of, and explains all five recommendations', () => {
    const [article] = articles;
    const text = article?.text.join('\n') ?? '';
    expect(text).toContain('Sunningdale Institute');
    expect(text).toContain('Cabinet Office');
    for (const recommendation of ['First', 'Second', 'Third', 'Fourth', 'Fifth'])
      expect(text).toContain(recommendation);
  });
});
