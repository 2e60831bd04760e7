import { expect, test } from '@jest/globals';
import { engagement } from '../../src/engagement/model.ts';
import { submissions } from '../../src/ideas/model.ts';
import type { Card } from '../teams/simulator/card.ts';
import { opensIdea } from './colleagues-ideas.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { morning } from './morning.ts';
import { movingClock } from './moving-clock.ts';
import { startedService } from './started-service.ts';

async function comments(card: Card, text: string, how: { twice?: boolean } = {}) {
  const form = (await card.press('Comment')).card;
  form.fill({ 'Your comment': text });
  return (await form.press('Send comment', how)).card;
}

test('comments are stored once, listed newest first with paging, and counted', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const bob = started.teams.person('Bob Sample');
  const card = await opensIdea(bob);
  expect(card.buttons()).not.toContain('See comments');
  for (let n = 1; n <= 6; n++) await comments(card, `Sample comment ${n}`, { twice: n === 3 });
  const cas = await opensIdea(started.teams.person('Cas Sample'));
  expect(cas.text()).toContain('6 comments');
  const list = (await cas.press('See comments')).card;
  expect([...list.text().matchAll(/Sample comment (\d)/gu)].map(([, n]) => n)).toEqual([
    '6',
    '5',
    '4',
    '3',
    '2',
  ]);
  expect(list.text()).toContain('Bob Sample');
  expect(list.buttons()).not.toContain('Remove');
  const older = (await list.press('Older')).card;
  expect(older.text()).toContain('Sample comment 1');
  expect((await older.press('Newest')).text()).toContain('Sample comment 6');
});

test('a comment of more than a thousand characters comes back as it was typed', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = await opensIdea(started.teams.person('Bob Sample'));
  const form = (await card.press('Comment')).card;
  form.fill({ 'Your comment': 'x'.repeat(1001) });
  const refused = (await form.pressAnyway('Send comment')).card;
  expect(refused.text()).toContain('at most 1,000 characters');
  expect(refused.valueOf('Your comment')).toBe('x'.repeat(1001));
});

test('what looks like markdown or a mention in a comment stays text', async () => {
  await using started = await startedService();
  await sharesIdea(started.teams.person('Ann Sample'));
  const list = await comments(
    await opensIdea(started.teams.person('Bob Sample')),
    '**bold** <at>All</at> ${title}',
  );
  expect(list.text()).toContain('**bold** <at>All</at> ${title}');
});

test('a comment is removed by its author or by the innovation team, and by nobody else', async () => {
  await using started = await startedService();
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const [bob, cas] = [started.teams.person('Bob Sample'), started.teams.person('Cas Sample')];
  const ofBob = await comments(await opensIdea(bob), 'Sample comment of Bob');
  const ofCas = await comments(await opensIdea(cas), 'Sample comment of Cas');
  const [comment] = (
    await started.store.query(engagement, `${started.teams.tenantId}:idea:${await reference()}`, {
      where: { kind: 'comment' },
      limit: 5,
    })
  ).documents.filter(({ body }) => body.by.name === 'Bob Sample');
  const forged = ofCas.tamper((data) => ({
    ...data,
    about: { idea: Object(data.about).idea, comment: comment?.id ?? '' },
  }));
  expect((await forged.press('Remove')).text()).toContain('Nothing has been changed');

  const without = (await ofBob.press('Remove')).card;
  expect(without.text()).toContain('Its author has removed this comment.');
  expect(without.text()).not.toContain('Sample comment of Bob');

  const triage = await channel.as(tess).messageSaying('one form');
  const taken = (await triage.card.press('Take it')).card;
  expect(taken.text()).toContain('1 comment');
  const list = (await taken.press('Read the comments')).card;
  const cleared = (await list.press('Remove')).card;
  expect(cleared.text()).toContain('Tess Sample of the innovation team has removed this comment.');
  expect((await opensIdea(cas)).text()).toContain('no comments');
  const { body } = (await started.store.get(engagement, comment?.partition ?? '', comment?.id ?? '')) ?? {};
  expect(body).toMatchObject({ kind: 'removedComment', removed: { by: { name: 'Bob Sample' } } });
  expect(JSON.stringify(body)).not.toContain('Sample comment');

  async function reference() {
    const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 1 });
    return documents[0]?.id ?? '';
  }
});

test('the author hears once an hour of comments by others, in a message that keeps up with them', async () => {
  const clock = movingClock('2026-11-24T10:05:00.000Z');
  await using started = await startedService({ clock });
  const ann = started.teams.person('Ann Sample');
  await sharesIdea(ann);
  await comments(await opensIdea(ann), 'Sample comment of the author');
  const card = await opensIdea(started.teams.person('Bob Sample'));
  await comments(card, 'Sample comment one');
  const news = await ann.chat.messageSaying('A comment on your idea');
  expect(news.text()).not.toContain('Sample comment of the author');
  await comments(await opensIdea(started.teams.person('Cas Sample')), 'Sample comment two');
  await ann.chat.messageSaying('2 comments on your idea');
  clock.goTo('2026-11-24T11:05:10.000Z');
  const last = await comments(card, 'Sample comment three');
  const next = await ann.chat.until('the message of the next hour', () =>
    ann.chat.messages().find((message) => message.text().includes('Sample comment three')),
  );
  expect(next.id).not.toBe(news.id);
  expect(next.text()).not.toContain('Sample comment two');
  await started.settled();
  expect(ann.chat.messages().filter((message) => /on your idea/u.test(message.text()))).toHaveLength(2);
  await last.press('Remove', { nth: 0 });
  await ann.chat.messageSaying('A comment on your idea was removed');
  // Commenting makes nobody follow an idea.
  expect((await opensIdea(started.teams.person('Cas Sample'))).buttons()).toContain('Follow');

  clock.goTo('2026-11-24T22:05:00.000Z');
  await comments(card, 'Sample comment at night');
  await morning(started, clock);
  expect(ann.chat.messages().filter((message) => message.text().includes('at night'))).toEqual([]);
  clock.goTo('2026-11-25T09:05:00.000Z');
  await morning(started, clock);
  await ann.chat.messageSaying('Sample comment at night');
});

test('the triage card keeps up with support, once for a minute of clicks', async () => {
  const clock = movingClock('2026-11-24T10:05:10.000Z');
  await using started = await startedService({ clock });
  const { channel, tess } = await innovationTeam(started.teams);
  await sharesIdea(started.teams.person('Ann Sample'));
  const card = await channel.as(tess).messageSaying('one form');
  for (const name of ['Bob', 'Cas', 'Dee'])
    await (await opensIdea(started.teams.person(`${name} Sample`))).press('Support');
  await started.settled();
  expect(card.edits).toBe(0);
  clock.goTo('2026-11-24T10:06:30.000Z');
  await channel
    .as(tess)
    .until('the support on the card', () =>
      card.text().includes('3 people support this') ? true : undefined,
    );
  await started.settled();
  expect(card.edits).toBe(1);
});
