import { expect, test } from '@jest/globals';
import { challenges } from '../../src/challenges/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import { opensChallenge, question, scene } from './challenge-scene.ts';
import { pressUntilAnswered } from './colleagues-ideas.ts';
import { movingClock } from './moving-clock.ts';
import { many, queuedIdeas } from './queued-ideas.ts';
import { startedService } from './started-service.ts';

const titlesOn = (card: Card): readonly string[] => card.text().match(/Sample answer \d+/gu) ?? [];

test('the ideas of one challenge are listed a page after the other, each once, and counted', async () => {
  await using started = await startedService({ clock: movingClock('2027-03-22T10:00:00Z') });
  const { tess, tom, ann, news } = await scene(started);
  await opensChallenge(tess);
  await news.messageSaying(question);
  const [challenge] = (await started.store.query(challenges, started.teams.tenantId, { limit: 1 })).documents;
  const id = challenge?.id ?? '';
  const answer = (n: number) => ({
    title: `Sample answer ${n}`,
    challenge: { id, title: question },
    ...(n % 7 === 0 && { state: 'declined' as const }),
  });
  await queuedIdeas(
    started.store,
    started.teams.tenantId,
    Array.from({ length: 21 }, (_, n) => [...many(3), answer(n + 1)]).flat(),
  );

  await tess.says('challenges');
  const ofTess = await tess.chat.messageSaying(/Open challenges[\s\S]*Sample challenge/u);
  const view = await pressUntilAnswered(ofTess.card, 'See it');
  const all = (await view.press('See the ideas')).card;
  expect(all.text()).toContain(`Everything · for “${question}”\n21 in all`);
  const second = (await all.press('Next')).card;
  const third = (await second.press('Next')).card;
  expect([all, second, third].map((card) => titlesOn(card).length)).toEqual([8, 8, 5]);
  expect(new Set([all, second, third].flatMap(titlesOn)).size).toBe(21);
  expect(third.buttons()).not.toContain('Next');

  await tom.says('triage');
  const list = (await tom.chat.messageSaying('81 in all')).card;
  const form = (await list.press('Choose what to see')).card;
  expect(form.valueOf('Challenge')).toBe('Any');
  form.fill({ Challenge: question });
  const waiting = (await form.press('Show')).card;
  expect(waiting.text()).toContain('18 in all');
  expect(Buffer.byteLength(JSON.stringify(waiting.json))).toBeLessThan(28 * 1024);
  const several = (await waiting.press('Do several at once')).card;
  expect(several.text()).not.toContain('Sample idea');
  const narrower = (await waiting.press('Choose what to see')).card;
  expect(narrower.valueOf('Challenge')).toBe(question);
  narrower.fill({ 'With these words': 'submarine' });
  expect((await narrower.press('Show')).text()).toContain('I found nothing about');

  await ann.says('challenges');
  const ofAnn = await pressUntilAnswered((await ann.chat.messageSaying('Open challenges')).card, 'See it');
  expect(ofAnn.buttons()).not.toContain('See the ideas');
});
