import { expect, test } from '@jest/globals';
import { submissions } from '../../src/ideas/model.ts';
import type { Telemetry } from '../../src/telemetry/telemetry.ts';
import type { Person } from '../teams/simulator/person.ts';
import { until } from '../teams/simulator/until.ts';
import { everyDocument } from './every-document.ts';
import { innovationTeam, sharesIdea } from './innovation-team.ts';
import { alikeIdea, evidenceHeading, isAsked, opensShare, sharesFindable } from './similar-ideas.ts';
import { type Started, startedService } from './started-service.ts';

const anonymous = { 'How should we name you?': 'Not at all: my name is not stored' };

/** Telemetry that keeps everything: log lines, counters and measurements with all that they carry. */
function everything(): { readonly telemetry: Telemetry; text(): string } {
  const lines: string[] = [];
  const note = (...parts: readonly unknown[]) => {
    const told = parts.map((part) => (part instanceof Error ? `${part.stack}${String(part.cause)}` : part));
    lines.push(JSON.stringify(told));
  };
  const telemetry = { info: note, warn: note, error: note, count: note, record: note };
  return { telemetry, text: () => lines.join('\n') };
}

/** By what a person could be known: ids, names and addresses in every spelling. */
const tracesOf = ({ objectId, name, entry }: Person): readonly string[] => [
  objectId,
  objectId.toUpperCase(),
  name,
  ...name.split(' ').slice(0, 1),
  entry.teamsId,
  entry.email,
  entry.chat.id,
];

const anonymousIdeas = async ({ store, teams }: Started) =>
  (await store.query(submissions, teams.tenantId, { limit: 100 })).documents
    .map(({ body }) => body)
    .filter(({ naming }) => naming === 'anonymous');

/** Nothing in the telemetry knows any of the people, and nothing in the store ties one to an anonymous submission. */
async function expectNobody(started: Started, told: string, people: readonly Person[], count: number) {
  const ideas = await anonymousIdeas(started);
  expect(ideas).toHaveLength(count);
  const documents = await everyDocument(started.store);
  const beside = documents.filter((text) => ideas.some(({ reference }) => text.includes(reference)));
  expect(beside.length).toBeGreaterThan(count);
  for (const trace of people.flatMap(tracesOf)) {
    expect(told).not.toContain(trace);
    for (const text of beside) expect(text).not.toContain(trace);
  }
}

async function untilRelayed(started: Started) {
  await until('all events to be relayed', async () => {
    const { documents } = await started.store.query(submissions, started.teams.tenantId, { limit: 100 });
    return documents.some(({ body }) => body.eventsPending) ? undefined : true;
  });
}

test('an anonymous idea leaves no trace of its author through the form, the question of what is alike and a message', async () => {
  const { telemetry, text } = everything();
  await using started = await startedService({ searches: true, telemetry });
  const { teams } = started;
  await innovationTeam(teams);
  const fred = teams.person('Fred Sample');
  const people = ['Zoë Quill', 'Yusuf Reed', 'Xenia Swan', 'Wanda Tarn'].map((name) => teams.person(name));
  const [byForm, atQuestion, fromMessage, afterDraft] = people;
  if (!byForm || !atQuestion || !fromMessage || !afterDraft) throw new Error('Four people are needed');
  await sharesFindable(started, fred);

  await sharesIdea(byForm, { Title: 'Sample idea: the lift', ...anonymous });

  const asked = await isAsked(atQuestion, { ...alikeIdea, ...anonymous });
  expect((await asked.press('Mine is the same', { nth: 0 })).text()).toContain('Your reply code is');

  // The author shares their own message, in a chat whose id and link name both people.
  const two = teams.chatOfTwo(fromMessage, fred);
  const html = '<p>The canteen should open for the night shift too.</p>';
  const form = (await two.as(fromMessage).extension.onMessage('shareAsIdea', { html, author: fromMessage }))
    .card;
  await form.press('Add more');
  let shown = (await form.fill(anonymous).press('Send')).card;
  if (shown.text().includes(evidenceHeading)) shown = (await shown.press('Different, send mine')).card;
  expect(shown.text()).toContain('Your reply code is');

  // Named at first, kept as a draft, and anonymous in the end.
  await isAsked(afterDraft, { ...alikeIdea, Title: 'Sample idea: a new address, once' });
  await until('the draft to be kept', async () =>
    (await opensShare(afterDraft)).buttons().includes('Go on with it') ? true : undefined,
  );
  const goingOn = (await (await opensShare(afterDraft)).press('Go on with it')).card;
  const again = await isAsked(afterDraft, anonymous, goingOn);
  await again.press('Different, send mine');

  await untilRelayed(started);
  await expectNobody(started, text(), people, 4);
  // Nor does what is kept of the people themselves hold the words.
  const others = (await everyDocument(started.store)).filter(
    (text) => !text.includes('"naming":"anonymous"'),
  );
  for (const words of ['the lift', 'canteen', 'a new address, once'])
    expect(others.join('\n')).not.toContain(words);
});
