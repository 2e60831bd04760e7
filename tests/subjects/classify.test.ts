import { describe, expect, test } from '@jest/globals';
import { classify } from '../../src/subjects/classify.ts';
import labelled from './sample.json' with { type: 'json' };

describe('classify', () => {
  test('finds words in every inflection, accent and case', () => {
    expect(classify('NURSERIES').topics).toEqual(['early-years']);
    expect(classify('a nursery’s garden').topics).toEqual(['early-years']);
    expect(classify('Offending and réoffending').topics).toEqual(['offending']);
    expect(classify('they co-designed it').theme).toBe('engagement');
  });

  test('takes whole words only', () => {
    expect(classify('The drugstore and the grandchildrenish thing')).toEqual({ topics: [] });
  });

  test('a word inside a longer phrase does not count for itself', () => {
    expect(classify('mental health').topics).toEqual(['mental-health-disability']);
  });

  test('one weak word is not enough, two are', () => {
    expect(classify('a policy').theme).toBeUndefined();
    expect(classify('a policy and a regulation').theme).toBe('systems-audit');
  });

  test('names at most three topics, the strongest first', () => {
    const { topics } = classify(
      'Prison, probation, police and burglary; heroin and alcohol; a nursery and babies; unemployed jobseekers',
    );
    expect(topics).toHaveLength(3);
    expect(topics[0]).toBe('offending');
  });

  test('a word said often counts once', () => {
    expect(classify('dementia dementia dementia dementia and a prison').topics).toEqual([
      'older-people',
      'offending',
    ]);
  });

  test('says nothing of a text without its words', () => {
    expect(classify('')).toEqual({ topics: [] });
    expect(classify('Please bring back the Friday quiz.')).toEqual({ topics: [] });
  });

  test('agrees with people on the labelled sample', () => {
    const topics = { right: 0, said: 0, wanted: 0 };
    const theme = { right: 0, said: 0, wanted: 0 };
    for (const sample of labelled) {
      const answer = classify(sample.text);
      topics.right += answer.topics.filter((topic) => sample.topics.includes(topic)).length;
      topics.said += answer.topics.length;
      topics.wanted += sample.topics.length;
      if (answer.theme) theme.said += 1;
      if (sample.theme) theme.wanted += 1;
      if (answer.theme && answer.theme === sample.theme) theme.right += 1;
    }
    const measured = [percentages('topics', topics), percentages('theme', theme)];
    const said = measured.map((of) => `${of.name}: precision ${of.precision} %, recall ${of.recall} %`);
    process.stdout.write(`${said.join('; ')} over ${labelled.length} texts\n`);
    for (const { precision, recall } of measured) {
      expect(precision).toBeGreaterThanOrEqual(85);
      expect(recall).toBeGreaterThanOrEqual(80);
    }
  });
});

function percentages(name: string, { right, said, wanted }: { right: number; said: number; wanted: number }) {
  return {
    name,
    precision: Math.round((100 * right) / said),
    recall: Math.round((100 * right) / wanted),
  };
}
