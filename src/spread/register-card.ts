import type { CardView } from '../bot/answer.ts';
import { type FormState, formData } from '../bot/dialog.ts';
import type { Page } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { itemData } from './list-card.ts';
import { type Replication, replicationStates } from './model.ts';
import type { RegisterFilter } from './register-filter.ts';
import { broughtBy } from './spread-words.ts';

const longestOther = 160;

// The choice asks for a list and changes nothing, so it needs no id of its own.
const noForm = { about: {}, formId: 'choice-of-register', problems: {} };

interface Shown {
  readonly filter: RegisterFilter;
  /** Of all that fit the filter. */
  readonly total: number;
  readonly services: readonly string[];
  readonly paged: boolean;
  /** Those of the leads whom Teams has refused to reach. */
  readonly lost?: ReadonlySet<string>;
  /** The choice that came back with a problem. */
  readonly form?: FormState<object>;
}

/** A page of the register, with the choice by which it is narrowed. */
export function registerCard(
  words: Words,
  { documents, continuation }: Page<Replication>,
  { filter, total, services, paged, lost, form }: Shown,
): CardView {
  const { state, service } = filter;
  const isLost = ({ body }: Page<Replication>['documents'][number]) =>
    body.state === 'running' && (lost?.has(body.lead.personId) ?? false);
  const isAll = state === 'any' && service === 'any';
  return {
    card: 'spread/register',
    data: {
      ...formData(form ?? { ...noForm, typed: { state, service } }, ['state', 'service']),
      states: replicationStates.map((code) => ({ code, name: words.say(`spread.register.${code}`) })),
      services: services.map((name) => ({ name })),
      total: total > 0 || isAll ? words.say('spread.register.total', { n: total }) : '',
      none: total === 0 && !isAll,
      items: documents.map((known) => ({
        ...itemData(words, known),
        lost: isLost(known) ? words.say('spread.lead.lost', { name: known.body.lead.name }) : '',
        benefits: broughtBy(words, known.body, longestOther),
      })),
      hasOlder: continuation !== undefined,
      older: { state, service, ...(continuation && { after: continuation }) },
      newest: { state, service },
      paged,
      exports: total > 0,
      csv: { state, service, format: 'csv' },
      json: { state, service, format: 'json' },
    },
    summary: words.say('spread.register.heading'),
  };
}
