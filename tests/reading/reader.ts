import type { Answer } from '../../src/bot/answer.ts';
import type { CommandName } from '../../src/bot/verbs.ts';
import { readingFeature } from '../../src/reading/bot.ts';
import type { DocumentStore } from '../../src/store/document-store.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { logTelemetry } from '../../src/telemetry/log-telemetry.ts';
import { workingCalendar } from '../../src/time/working-calendar.ts';
import { englishWords } from '../../src/words/words.ts';
import { cardFaults } from '../cards/card-faults.ts';
import { objectsWithin } from '../cards/templates.ts';
import { manualClock } from '../store/manual-clock.ts';
import { isObject, type JsonObject, objectIn, textIn } from '../teams/simulator/json.ts';
import { tenant } from './sample-articles.ts';

const words = englishWords('Europe/London');
const cards = loadCards(words);

/** What a person has before them, drawn by the real templates. */
export interface Shown {
  /** Everything on it that can be read, from top to bottom. */
  readonly texts: readonly string[];
  /** Titles of the buttons. */
  readonly buttons: readonly string[];
  readonly bytes: number;
  /** What a button carries, by its title. */
  carried(title: string): JsonObject;
  /** Presses a button that acts at once; of several with the title the one at `index`. */
  press(title: string, index?: number): Promise<Shown>;
}

/** A member of staff who reads: everything is pressed as it stands on the card. */
export function reader(store: DocumentStore) {
  const clock = manualClock('2026-11-24T09:00:00.000Z');
  const feature = readingFeature({
    store,
    words,
    relay: () => {},
    clock,
    telemetry: logTelemetry('silent'),
    tenants: [tenant],
    calendar: workingCalendar('Europe/London'),
    feeds: [],
    pollMinutes: 30,
    development: false,
    triedElsewhere: async () => [],
    isInnovationTeam: async () => false,
    fromWork: { article: async () => undefined, caseStudy: async () => undefined },
  });
  const turn = () => ({
    actor: { tenantId: tenant, personId: 'sample-person', name: 'Sample person', teamsUserId: '29:sample' },
    conversation: { kind: 'personal' as const, id: 'a:sample', serviceUrl: 'https://teams.example/' },
    words,
    private: true,
    activityId: 'sample-activity',
    now: clock.now(),
  });

  async function act(name: string, about: unknown): Promise<Shown> {
    const action = feature.actions?.find((one) => one.name === name);
    if (!action) throw new Error(`The feature has no action ${name}`);
    return show(await action.run(turn(), about));
  }

  function show(answer: Answer): Shown {
    if (answer.kind === 'text') return textAlone(answer.text);
    if (answer.kind === 'file') throw new Error('A file was offered');
    const content: unknown = cards.draw(answer.view, 'message').content;
    if (!isObject(content)) throw new Error('No card was drawn');
    const faults = cardFaults(content);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const nodes = [...objectsWithin(content)];
    const isButton = (node: JsonObject) => textIn(node, 'type').startsWith('Action.');
    // The fallback of a button is the same button.
    const buttons = nodes.filter(
      (node) => isButton(node) && !nodes.some(({ fallback }) => fallback === node),
    );
    const buttonCalled = (title: string, index = 0) => {
      const button = buttons.filter((one) => one.title === title)[index];
      if (!button) throw new Error(`There is no button ${title}, but ${buttons.map((one) => one.title)}`);
      return button;
    };
    return {
      texts: nodes
        .filter((node) => !isButton(node) && typeof node.text === 'string')
        .map((node) => textIn(node, 'text')),
      buttons: buttons.map((button) => textIn(button, 'title')),
      bytes: Buffer.byteLength(JSON.stringify(content)),
      carried: (title) =>
        buttonCalled(title).url ? { url: buttonCalled(title).url } : objectIn(buttonCalled(title), 'data'),
      press: (title, index) => {
        const data = objectIn(buttonCalled(title, index), 'data');
        return act(textIn(data, 'action'), data.about);
      },
    };
  }

  return {
    act,
    async say(name: CommandName, rest = ''): Promise<Shown> {
      const command = feature.commands?.find((one) => one.name === name);
      if (!command) throw new Error(`The feature has no command ${name}`);
      return show(await command.run(turn(), rest));
    },
  };
}

const textAlone = (text: string): Shown => ({
  texts: [text],
  buttons: [],
  bytes: 0,
  carried: () => ({}),
  press: () => Promise.reject(new Error('A text has no buttons')),
});
