import { z } from 'zod';
import type { Words } from '../words/words.ts';

/** The five recommendations of the Sunningdale Institute's report for the Cabinet Office, in the report's order. */
export const themes = [
  'systems-audit',
  'strategic-leadership',
  'education',
  'right-environment',
  'engagement',
] as const;

export const themeSchema = z.enum(themes);
export type Theme = z.infer<typeof themeSchema>;

/** The parts of a council's work that link ideas, articles and case studies. */
export const topics = [
  'early-years',
  'children-families',
  'older-people',
  'health-care',
  'drugs-alcohol',
  'offending',
  'benefits-access',
  'worklessness',
  'assets-estate',
  'customer-access',
  'regeneration',
  'mental-health-disability',
  'bureaucracy',
] as const;

export const topicSchema = z.enum(topics);
export type Topic = z.infer<typeof topicSchema>;

export const mostTopics = 3;

/** What something is about: at most one theme and at most three topics, the strongest first. */
export interface Subjects {
  readonly theme?: Theme | undefined;
  readonly topics: readonly Topic[];
}

export const themeName = (words: Words, theme: Theme): string => words.say(`subjects.theme.${theme}`);

/** What the theme asks for, in one sentence. */
export const themeMeaning = (words: Words, theme: Theme): string =>
  words.say(`subjects.theme.${theme}.meaning`);

export const topicName = (words: Words, topic: Topic): string => words.say(`subjects.topic.${topic}`);
