import type { Delivery } from '../src/outbox/delivery.ts';
import {
  drop,
  findDelivery,
  sendFromStart,
  type TroubledState,
  troubledDeliveries,
  troubledStates,
} from '../src/outbox/operator.ts';
import type { DocumentStore, StoredDocument } from '../src/store/document-store.ts';

export interface OutboxCommandParts {
  readonly store: DocumentStore;
  readonly print: (line: string) => void;
}

/** Returns false when nothing could be done. `what` is a delivery's id or a state. */
type Command = (parts: OutboxCommandParts, what: string) => Promise<boolean>;

export const usage = `What to do with messages that did not simply go out:
  npm run outbox -- list               counts them by state, card and reason
  npm run outbox -- list <state>       names each; a state is ${troubledStates.join(', ')}
  npm run outbox -- show <id>          all that is known of one (its text is nowhere stored)
  npm run outbox -- retry <id|state>   sends what is in doubt, dead or parked from the start
  npm run outbox -- send <id|held>     sends what an import held
  npm run outbox -- drop <id|state>    gives it up for good`;

const retryable = ['inDoubt', 'dead', 'parked'] as const;

const commands: Readonly<Record<string, Command>> = {
  list: (parts, what) => (what === '' ? countAll(parts) : listState(parts, what)),
  show,
  retry: (parts, what) => decide(parts, what, (chosen) => sendFromStart(parts.store, chosen, retryable)),
  send: (parts, what) => decide(parts, what, (chosen) => sendFromStart(parts.store, chosen, ['held'])),
  drop: (parts, what) => decide(parts, what, (chosen) => drop(parts.store, chosen, troubledStates)),
};

/** Runs `list`, `show`, `retry`, `send` or `drop`. Returns false when the words are no command or found nothing. */
export async function runOutboxCommand(
  parts: OutboxCommandParts,
  words: readonly string[],
): Promise<boolean> {
  const [name = '', what = '', ...more] = words;
  const command = commands[name];
  if (!command || more.length > 0 || (what === '' && name !== 'list')) {
    parts.print(usage);
    return false;
  }
  return command(parts, what);
}

async function countAll({ store, print }: OutboxCommandParts): Promise<boolean> {
  const counts = new Map<string, number>();
  for await (const { body } of troubledDeliveries(store, troubledStates)) {
    const kind = `${body.state}  ${body.card}  ${body.reason ?? ''}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (counts.size === 0) print('Nothing waits for an operator.');
  for (const [kind, count] of counts) print(`${String(count).padStart(6)}  ${kind}`);
  return true;
}

async function listState(parts: OutboxCommandParts, what: string): Promise<boolean> {
  const state = stateNamed(what);
  if (!state) {
    parts.print(`"${what}" is no state; the states are ${troubledStates.join(', ')}`);
    return false;
  }
  for await (const { id, body } of troubledDeliveries(parts.store, [state]))
    parts.print(`${id}  planned ${body.plannedAt}  ${body.card}  ${body.receiverKey}  ${body.reason ?? ''}`);
  return true;
}

async function show({ store, print }: OutboxCommandParts, id: string): Promise<boolean> {
  const found = await findDelivery(store, id);
  if (!found) return isMissing(print, id);
  const facts: Partial<Delivery> & { readonly bucket: string } = { bucket: found.partition, ...found.body };
  for (const [name, value] of Object.entries(facts))
    print(`${name.padEnd(14)}${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return true;
}

async function decide(
  { store, print }: OutboxCommandParts,
  what: string,
  act: (chosen: AsyncIterable<StoredDocument<Delivery>>) => ReturnType<typeof drop>,
): Promise<boolean> {
  const state = stateNamed(what);
  const decided = await act(state ? troubledDeliveries(store, [state]) : oneOf(store, what));
  if (decided.length === 0) return state ? isEmpty(print, state) : isMissing(print, what);
  for (const { id, was, done } of decided) print(`${id}  was ${was}${done ? '' : ': left as it is'}`);
  return decided.every(({ done }) => done);
}

async function* oneOf(store: DocumentStore, id: string): AsyncIterable<StoredDocument<Delivery>> {
  const found = await findDelivery(store, id);
  if (found) yield found;
}

const stateNamed = (name: string): TroubledState | undefined =>
  troubledStates.find((state) => state === name);

function isMissing(print: OutboxCommandParts['print'], id: string): false {
  print(`There is no delivery ${id}; "npm run outbox -- list <state>" names them`);
  return false;
}

function isEmpty(print: OutboxCommandParts['print'], state: TroubledState): true {
  print(`Nothing is ${state}.`);
  return true;
}
