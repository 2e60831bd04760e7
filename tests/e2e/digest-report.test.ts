import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { editions } from '../../src/digests/model.ts';
import { tellOfFailing } from '../../src/digests/report/failing-job.ts';
import { failingListener } from '../../src/digests/report/failing-note.ts';
import { ringForBuckets } from '../../src/outbox/doorbell.ts';
import { relayDocument } from '../../src/outbox/relay.ts';
import { articles } from '../../src/reading/model.ts';
import { sampleArticle } from '../reading/sample-articles.ts';
import type { Card } from '../teams/simulator/card.ts';
import { answerLost } from '../teams/simulator/faults.ts';
import type { Channel } from '../teams/simulator/team.ts';
import { innovationTeam } from './innovation-team.ts';
import { movingClock, usualNow } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';

const publicAddress = 'https://inews.council.example';
const title = 'Sample article 1';

/** Two triagers, and a team of three with two channels. */
async function scene() {
  const clock = movingClock(usualNow);
  const started = await startedService({ clock, settings: { INEWS_PUBLIC_ADDRESS: publicAddress } });
  const { teams, store } = started;
  const article = sampleArticle(1, {
    publishedAt: '2027-01-01T10:00:00.000Z',
    addedAt: '2026-01-01T10:00:00.000Z',
  });
  await store.createMany(articles, teams.tenantId, [article]);
  const triage = await innovationTeam(teams);
  const [ann, ben, cat] = [
    teams.person('Ann Sample'),
    teams.person('Ben Sample'),
    teams.person('Cat Sample'),
  ];
  const team = teams.team('Sample team').with(ann, ben, cat);
  await team.installs(ann);
  return {
    started,
    clock,
    ...triage,
    ann,
    ben,
    cat,
    news: team.channel('News'),
    other: team.channel('Other'),
  };
}

/** Posts to a channel get there, and the service never hears that they did. */
const losesAnswers = ({ teams }: Started, { id }: Channel) =>
  teams.connector.rule((call) =>
    call.kind === 'post' && call.conversation === id && call.thread === undefined ? answerLost : undefined,
  );

/** The report of the newest digest, counted until it says so. */
async function reportSaying(list: Card, words: string): Promise<Card> {
  let report = (await list.press('Open', { nth: 0 })).card;
  while (!report.text().includes(words)) {
    await pause(200);
    report = (await report.press('Count again')).card;
  }
  return report;
}

test('the innovation team sees what became of a digest: reactions, clicks and useful marks in total, never whose', async () => {
  const { started, tess, tom, channel, ann, ben, cat, news } = await scene();
  await using _ = started;
  await ann.says('digest report');
  await ann.chat.messageSaying('Only the innovation team can do this');
  await tess.says('digest report');
  await tess.chat.messageSaying('No digest has been sent yet');

  const seat = news.as(ann);
  await seat.says('digest now');
  await seat.messageSaying('What is new in innovation');
  const seenBy = async (who: typeof ann) => news.as(who).messageSaying('What is new in innovation');
  await (await seenBy(ben)).reacts('like', { twice: true });
  await (await seenBy(cat)).reacts('heart');
  await (await seenBy(ann)).reacts('like');
  await (await seenBy(cat)).takesReactionBack('heart');
  const link = (await (await seenBy(ben)).card.press('Read', { nth: 0 })).text();
  for (const method of ['GET', 'GET', 'HEAD'])
    await fetch(link.replace(publicAddress, `http://127.0.0.1:${started.service.port}`), {
      method,
      redirect: 'manual',
    });
  await ben.says('latest');
  const latest = (await ben.chat.messageSaying(title)).card;
  const opened = (await latest.press('Open', { nth: 0 })).card;
  const form = (await (await opened.press('Comments')).card.press('Comment')).card;
  await form.fill({ 'Your comment': 'Sample comment.' }).press('Send');

  await channel.as(tom).says('digest report');
  const list = (await channel.as(tom).messageSaying('to one place or person')).card;
  const report = await reportSaying(list, 'Opened 2 times from this digest.');
  const text = report.text();
  expect(text).toContain('One message was planned.');
  expect(text).toContain('1 sent');
  expect(text).toMatch(/The last went on \d+ \w+ \d{4} at \d\d:\d\d/u);
  expect(text).toContain('2 reactions in channels and group chats.');
  expect(text).toContain('One comment.');
  expect(text).toContain('who opened a link or reacted is stored nowhere');
  for (const { name } of [ann, ben, cat]) expect(text).not.toContain(name);
  expect(report.buttons()).toEqual(['Count again', 'Put it right', 'All digests']);
  expect((await report.press('All digests')).text()).toContain(title);

  await news.as(ann).says('digest report');
  await news.as(ann).messageSaying('Only the innovation team can do this');
});

test('of two who decide on a digest in doubt one is first, the other is told, and the channel hears of it once', async () => {
  const { started, clock, tess, tom, channel, ann, other } = await scene();
  await using _ = started;
  const { teams, store } = started;
  const away = losesAnswers(started, other);
  const seat = other.as(ann);
  await seat.says('digest now');
  await seat.messageSaying('What is new in innovation');

  await tess.says('digest report');
  const list = (await tess.chat.messageSaying('to one place or person')).card;
  const ofTess = await reportSaying(list, '1 in doubt: no clear answer came');
  const text = ofTess.text();
  expect(text).toContain('None sent');
  expect(text).toContain('sent again, it may arrive twice');
  away();

  // The hourly look of the service finds it.
  const look = tellOfFailing({
    store,
    clock,
    tenants: [teams.tenantId],
    calendar: { isWorkingTime: () => true },
    relay: () => undefined,
  });
  await look.run(new AbortController().signal);
  await look.run(new AbortController().signal);
  const { documents } = await store.query(editions, teams.tenantId, { limit: 10 });
  for (const { id } of documents)
    await relayDocument(
      {
        store,
        clock,
        listeners: [failingListener(store)],
        planned: () => undefined,
        heard: (buckets) => ringForBuckets(store, buckets),
      },
      editions,
      teams.tenantId,
      id,
    );
  const note = await channel.as(tom).messageSaying('Many messages of a digest did not arrive');
  expect(note.text()).toContain('Its only message failed or got no clear answer.');
  const ofTom = (await note.card.press('See what became of it')).card;
  await ofTom.press('Give up');
  expect(ofTom.text()).toContain('Give up the message in doubt?');

  const again = (await ofTess.press('Send again', { twice: true })).card;
  expect(again.text()).toMatch(/One message is sent again|Somebody decided on them meanwhile/u);
  expect((await ofTom.press('Yes, give up')).text()).toContain('Somebody decided on them meanwhile');
  const done = await reportSaying((await again.press('All digests')).card, '1 sent');
  expect(done.text()).not.toContain('in doubt');
  await started.settled();
  expect(seat.messages().filter((one) => one.text().includes('What is new in innovation'))).toHaveLength(2);
  const notes = channel
    .as(tess)
    .messages()
    .filter((one) => one.text().includes('did not arrive'));
  expect(notes).toHaveLength(1);
});
