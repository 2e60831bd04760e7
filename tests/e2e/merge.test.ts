import { expect, test } from '@jest/globals';
import { engagement } from '../../src/engagement/model.ts';
import { submissions } from '../../src/ideas/model.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import type { Person } from '../teams/simulator/person.ts';
import { type InnovationTeam, innovationTeam, sharesIdea } from './innovation-team.ts';
import { movingClock } from './moving-clock.ts';
import { type Started, startedService } from './started-service.ts';
import { notes, pressMore, runTriageJob } from './triage-jobs.ts';

/** Two ideas of two authors, in the triage channel; the second is supported by Cat and followed by Dan. */
async function twoIdeas({ teams }: Started, { channel, tess }: InnovationTeam) {
  const [ann, bob] = [teams.person('Ann Sample'), teams.person('Bob Sample')];
  const [cat, dan] = [teams.person('Cat Sample'), teams.person('Dan Sample')];
  await sharesIdea(ann, { Title: 'Sample idea: bins' });
  await sharesIdea(bob, { Title: 'Sample idea: benches' });
  await pressOnBenches(cat, 'Support');
  await pressOnBenches(dan, 'Follow');
  const [bins, benches] = [
    await channel.as(tess).messageSaying('Sample idea: bins'),
    await channel.as(tess).messageSaying('Sample idea: benches'),
  ];
  return { ann, bob, cat, dan, bins, benches, binsRef: referenceOn(bins.text()) };
}

async function pressOnBenches(person: Person, button: string): Promise<void> {
  await person.says('ideas benches');
  const list = await person.chat.messageSaying('Sample idea: benches');
  await (await list.card.press('Open')).card.press(button);
}

function referenceOn(text: string): string {
  const reference = /([2-9B-Z]{6}) ·/u.exec(text)?.[1];
  if (!reference) throw new Error(`No reference stands on the card: ${text}`);
  return reference;
}

const wish = (into: string) => ({
  'Reference of the one that goes on': into,
  'Why, for the author': 'Sample reason: both are about the same streets.',
});

test('a merged idea brings its supporters and followers along; its author is told, follows and is credited', async () => {
  await using started = await startedService();
  const team = await innovationTeam(started.teams);
  const { ann, bob, cat, dan, bins, benches, binsRef } = await twoIdeas(started, team);
  const form = await pressMore(benches, 'Merge into another');
  expect(form.text()).toContain(
    'Your idea goes on together with another · Tess Sample has joined it with “title of the other” (its reference):',
  );
  const wrong = await form.fill(wish('K7Q')).press('Merge');
  expect(wrong.text()).toContain('A reference has six characters');
  const unknown = await wrong.card.fill(wish('ZZZZZZ')).press('Merge');
  expect(unknown.text()).toContain('There is nothing under this reference.');
  expect(unknown.card.valueOf('Why, for the author')).toContain('Sample reason');
  const merged = await unknown.card.fill(wish(binsRef.toLowerCase())).press('Merge', { twice: true });
  expect(merged.text()).toContain('Merged into another');

  const news = await bob.chat.messageSaying('Your idea goes on together with another');
  expect(news.text()).toContain(`Tess Sample has joined it with “Sample idea: bins” (${binsRef}):`);
  expect(news.text()).toContain('both are about the same streets');
  await team.channel
    .as(team.tess)
    .until(
      'the credit and the support on the card',
      () =>
        (bins.text().includes('Merged into it: Sample idea: benches') &&
          bins.text().includes('by Bob Sample') &&
          bins.text().includes('1 person supports this')) ||
        undefined,
    );

  const ofCat = (await (await cat.chat.messageSaying('Sample idea: benches')).card.press('Open')).card;
  expect(ofCat.text()).toContain('Sample idea: bins');
  expect(ofCat.text()).toContain('Together with ideas of Bob Sample');
  expect(ofCat.buttons()).toContain('Take support back');
  expect(
    (
      await (
        await pressMore(bins, 'Remove words')
      )
        .fill({
          'The words, as they stand there': 'benches',
          'Why, without repeating them': 'Sample reason.',
        })
        .press('Remove for good')
    ).text(),
  ).toContain('Merged into it: Sample idea: [removed]');

  const decide = (await bins.card.press('Decide')).card;
  decide.fill({ Decision: 'Adopt', Reason: 'Sample reason: let us do it.' });
  await decide.press('Decide');
  await ann.chat.messageSaying('Your idea is adopted');
  for (const follower of [bob, dan]) await follower.chat.messageSaying('Sample reason: let us do it.');
  await started.settled();
  expect(cat.chat.messages().some((one) => one.text().includes('Sample reason: let us'))).toBe(false);
});

test('a merge that stopped half-way is finished by the job, and a reservation without a merge is let go', async () => {
  const clock = movingClock('2027-02-22T10:00:00Z');
  let broken = false;
  const breaking = (inner: DocumentStore): DocumentStore => ({
    ...inner,
    async createMany(collection, partition, documents) {
      if (broken && collection.name === engagement.name) throw new Error('The process dies here');
      return inner.createMany(collection, partition, documents);
    },
  });
  await using started = await startedService({ clock, store: breaking });
  const team = await innovationTeam(started.teams);
  const { bob, dan, bins, benches, binsRef } = await twoIdeas(started, team);
  broken = true;
  const form = await pressMore(benches, 'Merge into another');
  expect((await form.fill(wish(binsRef)).press('Merge')).text()).toContain(
    'Something went wrong on our side',
  );
  await bob.chat.messageSaying('Your idea goes on together with another');
  broken = false;
  const followersOfBins = async () => {
    const partition = `${started.teams.tenantId}:idea:${binsRef}`;
    const page = await started.store.query(engagement, partition, { where: { kind: 'follow' }, limit: 10 });
    return page.documents.map(({ body }) => body.by.personId).sort();
  };
  expect(await followersOfBins()).toEqual([]);
  await runTriageJob(started, clock, 'merges');
  expect(await followersOfBins()).toEqual([]);
  clock.goTo('2027-02-22T10:05:00Z');
  await runTriageJob(started, clock, 'merges');
  await runTriageJob(started, clock, 'merges');
  expect(await followersOfBins()).toEqual([bob.objectId, dan.objectId].sort());
  expect((await notes(bins, 'Sample note.')).match(/Merged into it/gu)).toHaveLength(1);
  const stored = await started.store.get(submissions, started.teams.tenantId, binsRef);
  expect(stored?.body.history.filter(({ what }) => what === 'absorbed')).toHaveLength(1);
  expect(stored?.body.absorbing).toBeUndefined();
});

test('of two merges into each other at once there is no circle, and a withdrawn idea is not merged', async () => {
  await using started = await startedService();
  const team = await innovationTeam(started.teams);
  const { ann, bins, benches, binsRef } = await twoIdeas(started, team);
  const benchesRef = referenceOn(benches.text());
  const [one, other] = [
    (await pressMore(benches, 'Merge into another')).fill(wish(binsRef)),
    (await pressMore(bins, 'Merge into another')).fill(wish(benchesRef)),
  ];
  await Promise.all([one.press('Merge'), other.press('Merge')]);
  const stateOf = async (id: string) =>
    (await started.store.get(submissions, started.teams.tenantId, id))?.body.state;
  const states = [await stateOf(binsRef), await stateOf(benchesRef)];
  expect(states.filter((state) => state === 'merged').length).toBeLessThan(2);

  await sharesIdea(ann, { Title: 'Sample idea: lamps' });
  const lamps = await team.channel.as(team.tess).messageSaying('Sample idea: lamps');
  const late = (await pressMore(lamps, 'Merge into another')).fill(wish(binsRef));
  await ann.says('my ideas');
  const story = (await (await ann.chat.messageSaying('My ideas')).card.press('Open', { nth: 0 })).card;
  await (await story.press('Withdraw')).card.press('Withdraw it');
  const refused = await late.press('Merge');
  expect(refused.text()).toContain('This one cannot be merged now. It stands as: Withdrawn by the author.');
  expect(refused.card.valueOf('Why, for the author')).toContain('Sample reason');
});
