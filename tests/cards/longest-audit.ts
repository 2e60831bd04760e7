import {
  answerForm,
  changeForm,
  controlCard,
  ownerCard,
  registerCard,
  type ShownControl,
  toldCard,
} from '../../src/audit/cards.ts';
import { leadersCard } from '../../src/audit/leaders-card.ts';
import { changesOf } from '../../src/audit/lines.ts';
import { type ControlRecord, longest, mostEnded } from '../../src/audit/model.ts';
import type { CardView } from '../../src/bot/answer.ts';
import { mostChannels } from '../../src/challenges/model.ts';
import { controls } from '../../src/ideas/terms.ts';
import { noEvents } from '../../src/outbox/event.ts';
import { chooseForm, consentCard, thanksCard } from '../../src/recognition/cards.ts';
import type { Words } from '../../src/words/words.ts';
import { type Long, longestSubmission } from './longest-inputs.ts';

const at = '2026-11-24T09:00:00.000Z';
const now = new Date(at);

/** Every card of the systems audit and of recognition, with the longest that people may type and the most of it. */
export function auditViews(words: Words, long: Long): Readonly<Record<string, CardView>> {
  const by = { personId: 'p'.repeat(36), name: long(100) };
  const answer = { n: 1, by, at, stance: 'stays', text: long(longest.answer) } as const;
  const thanks = { n: 1, round: 1, agreed: true, at, places: [] };
  const barrier = longestSubmission(long, { hoursAMonth: 999_999, state: 'adopted', thanks });
  const barriers = Array(60).fill(barrier);
  const shown = controls.map((control): ShownControl => {
    const change = { id: 'c'.repeat(43), by, at, what: long(longest.what), barriers: ['K7Q2MX'] };
    const record: ControlRecord = { control, answer, changes: Array(9).fill(change), ...noEvents };
    return { standing: { at: control, barriers, hours: 99_999_999, counted: 60 }, record, owner: by };
  });
  const [first] = shown;
  if (!first) throw new Error('There is a control');
  const form = { about: { control: 'it' }, formId: 'f'.repeat(36), problems: { form: long(200) } } as const;
  const changes = changesOf(shown.flatMap(({ record }) => record ?? []));
  const choices = Array.from({ length: mostChannels }, () => ({ id: 'i'.repeat(43), name: long(60) }));
  return {
    register: registerCard(words, shown),
    control: controlCard(words, first, { from: 5, mayAsk: true, said: words.say('audit.change.own') }),
    owned: ownerCard(words, 'it', first.standing, { open: barriers, hidden: 9 }, 5),
    answerForControl: answerForm(words, { ...form, typed: { stance: 'stays', text: answer.text } }, barriers),
    change: changeForm(
      words,
      { ...form, typed: { what: long(longest.what), barriers: Array(mostEnded).fill('K7Q2MX').join(',') } },
      { barriers, own: true, answer },
    ),
    told: toldCard(words, 'it', answer),
    leaders: leadersCard(
      words,
      { month: '2026-12', controls: shown, changes, thanked: Array(20).fill(barrier) },
      now,
    ),
    thanks: thanksCard(words, barrier),
    consent: consentCard(words, barrier),
    chooseChannels: chooseForm(
      words,
      { ...form, typed: { channels: Array(20).fill('i'.repeat(43)).join(',') } },
      { dialog: 'thanks.choose', submission: barrier, choices },
    ),
  };
}
