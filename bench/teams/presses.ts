import { randomUUID } from 'node:crypto';
import { invoke, type Scene } from '../../tests/teams/simulator/activities.ts';
import type { PersonEntry } from '../../tests/teams/simulator/directory.ts';
import type { JsonObject } from '../../tests/teams/simulator/json.ts';

const bot = { id: '28:sample-bot', name: 'iNews' };
const card = '1700000000000';

const change =
  'Sample text. Residents who move house tell us their new address three times, on three forms, to three teams: council tax, parking and the libraries. ' +
  'One form that all three read would save each resident two visits and each team the retyping. The early help service has tried it with two streets and nobody missed the old forms.';

const benefit =
  'Sample text. About 4,000 households move within the borough each year; the two streets of the trial needed a third of the calls.';

/** A form that is sent for the first time: every field filled in, the form's id new. */
export const submitIdea = (person: PersonEntry, serviceUrl: string): JsonObject =>
  invoke(sceneOf(person, serviceUrl), card, 'task/submit', {
    data: {
      dialog: 'idea.share',
      // All are of one wording: without this each would be asked whether it is like the others.
      about: { compared: { as: 'different' } },
      form: randomUUID(),
      title: 'Sample idea: one form for people who move house',
      change,
      kind: 'idea',
      benefit,
      service: 'Technology and digital',
      naming: 'named',
    },
    context: { theme: 'default' },
  });

export const openIdeaForm = (person: PersonEntry, serviceUrl: string): JsonObject =>
  invoke(sceneOf(person, serviceUrl), card, 'task/fetch', {
    data: { msteams: { type: 'task/fetch' }, dialog: 'idea.share', about: {} },
    context: { theme: 'default' },
  });

export const takeIdea = (person: PersonEntry, serviceUrl: string, idea: string): JsonObject =>
  act(person, serviceUrl, 'triage.take', { idea });

export const readLatest = (person: PersonEntry, serviceUrl: string): JsonObject =>
  act(person, serviceUrl, 'reading.latest', {});

const act = (person: PersonEntry, serviceUrl: string, action: string, about: object): JsonObject =>
  invoke(sceneOf(person, serviceUrl), card, 'adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'act', title: 'Sample', data: { action, about } },
    trigger: 'manual',
  });

const sceneOf = (person: PersonEntry, serviceUrl: string): Scene => ({
  bot,
  serviceUrl,
  person,
  conversation: person.chat,
});
