import { z } from 'zod';
import type { CardView } from '../../bot/answer.ts';
import { type Dialog, dialog, type FormState, formData, openForm } from '../../bot/dialog.ts';
import { typedLine } from '../../bot/typed-text.ts';
import type { By } from '../../people/by.ts';
import { cutAtWord } from '../../reading/cut-at-word.ts';
import { longestSearch } from '../../reading/sought.ts';
import { themeName, themes, topicName, topics } from '../../subjects/codes.ts';
import type { Words } from '../../words/words.ts';
import type { TriageParts } from '../work-on.ts';
import { ages, filterSchema, filterShape, nobody, supports } from './filter.ts';
import { showChoices } from './filter-words.ts';
import { ownersNow } from './people-to-choose.ts';
import { showQueue } from './show-queue.ts';

const longestTitle = 80;

const fields = ['show', 'owner', 'theme', 'topic', 'service', 'challenge', 'age', 'supports', 'find'];

/** Clients leave out what is not chosen, and an input that can be emptied again needs a value for it. */
const any = 'any';

const chosen = <T extends z.ZodType<string>>(schema: T) =>
  z.preprocess((value) => (value === any ? '' : value), schema);

/** The form by which a triager says what they want to see. */
export function filterDialog(parts: TriageParts): Dialog {
  const { services, store, challengesToChoose } = parts;
  return dialog({
    name: 'triage.filter',
    about: filterSchema,
    inputs: (words) =>
      z.strictObject({
        ...filterShape,
        owner: chosen(filterShape.owner),
        theme: chosen(filterShape.theme),
        topic: chosen(filterShape.topic),
        service: chosen(filterShape.service),
        challenge: chosen(filterShape.challenge),
        age: chosen(filterShape.age),
        supports: chosen(filterShape.supports),
        find: typedLine({
          max: longestSearch,
          tooLong: words.say('ideas.form.tooLong', { max: longestSearch }),
        }),
      }),
    async context({ actor }, { challenge }) {
      const [owners, challenges] = await Promise.all([
        ownersNow(store, actor.tenantId),
        challengesToChoose(actor.tenantId, challenge),
      ]);
      return { owners, challenges };
    },
    open: async (_turn, filter) =>
      openForm(
        filter,
        Object.fromEntries(
          fields.map((field) => [field, Object.entries(filter).find(([name]) => name === field)?.[1] || any]),
        ),
      ),
    draw: ({ words, actor }, state, known) =>
      filterCard(words, state, { owners: [], challenges: [], ...known, services, me: actor.personId }),
    submit: (turn, _about, filter) => showQueue(parts, turn, { ...filter, after: '', from: 0 }),
    cancel: (turn, filter) => showQueue(parts, turn, { ...filter, after: '', from: 0 }),
  });
}

interface Choices {
  readonly owners: readonly By[];
  readonly challenges: readonly { readonly id: string; readonly title: string }[];
  readonly services: readonly string[];
  readonly me: string;
}

function filterCard(
  words: Words,
  state: FormState<object>,
  { owners, challenges, services, me }: Choices,
): CardView {
  const { typed } = state;
  const form = formData(state, fields);
  const others = owners.filter(({ personId }) => personId !== me);
  return {
    card: 'triage/filter',
    data: {
      ...form,
      typed: { ...form.typed, find: typed.find === any ? '' : (typed.find ?? '') },
      shows: showChoices(words),
      owners: [
        { code: nobody, name: words.say('queue.owner.nobody') },
        { code: me, name: words.say('queue.owner.me') },
        ...others.map(({ personId: code, name }) => ({ code, name })),
      ],
      themes: themes.map((code) => ({ code, name: themeName(words, code) })),
      topics: topics.map((code) => ({ code, name: topicName(words, code) })),
      services: services.map((service) => ({ code: service, name: service })),
      challenges: challenges.map(({ id: code, title }) => ({ code, name: cutAtWord(title, longestTitle) })),
      ages: ages.map((code) => ({ code, name: words.say('queue.age', { days: code }) })),
      supports: supports.map((code) => ({ code, name: words.say('queue.supports', { n: Number(code) }) })),
    },
    summary: words.say('queue.filter.heading'),
  };
}
