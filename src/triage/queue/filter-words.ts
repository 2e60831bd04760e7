import { states } from '../../ideas/terms.ts';
import { themeName, topicName } from '../../subjects/codes.ts';
import type { Words } from '../../words/words.ts';
import { type Filter, nobody, shows } from './filter.ts';

type Show = Filter['show'];

export const showName = (words: Words, show: Show): string => {
  const state = states.find((one) => one === show);
  return state ? words.say(`triage.state.${state}`) : words.say(`queue.show.${show as 'waiting'}`);
};

export const showChoices = (words: Words) => shows.map((code) => ({ code, name: showName(words, code) }));

/** What the ids of a filter stand for; empty when not known. */
export interface NamedInFilter {
  readonly owner: string;
  readonly challenge: string;
}

/** What a list shows, in one line. */
export function filterWords(words: Words, filter: Filter, named: NamedInFilter): string {
  const { show, owner, theme, topic, service, challenge, age, supports, find } = filter;
  const parts = [showName(words, show)];
  if (find) parts.push(words.say('queue.said.find', { text: find }));
  if (owner === nobody) parts.push(words.say('queue.said.nobody'));
  else if (owner)
    parts.push(words.say('queue.said.owner', { name: named.owner || words.say('queue.owner.other') }));
  if (theme) parts.push(words.say('queue.said.theme', { theme: themeName(words, theme) }));
  if (topic) parts.push(words.say('queue.said.topic', { topic: topicName(words, topic) }));
  if (service) parts.push(words.say('queue.said.service', { service }));
  if (challenge)
    parts.push(
      named.challenge
        ? words.say('queue.said.challenge', { title: named.challenge })
        : words.say('queue.said.aChallenge'),
    );
  if (age) parts.push(words.say('queue.said.age', { days: age }));
  if (supports) parts.push(words.say('queue.said.supports', { n: Number(supports) }));
  return parts.join(' · ');
}
