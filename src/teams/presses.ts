import { randomUUID } from 'node:crypto';
import type { Answer, CardView } from '../bot/answer.ts';
import type { Authority } from '../bot/authority.ts';
import { UnreadablePress } from '../bot/card-action.ts';
import type { Dialog, FormState } from '../bot/dialog.ts';
import type { FileOffer } from '../bot/file.ts';
import type { Turn } from '../bot/turn.ts';
import { actions, dialogs, rowOf } from '../bot/verbs.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { refusalWords, withReach } from './authorise.ts';
import { withDeadline } from './deadline.ts';
import { type Press, readPress } from './press.ts';
import type { Registry } from './registry.ts';

/** What a person sees after a press. A card of a dialog comes with the dialog's title. */
export type Shown =
  | { readonly kind: 'card'; readonly view: CardView; readonly title: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly offer: FileOffer };

export interface PressParts {
  readonly registry: Registry;
  readonly authority: Authority;
  readonly telemetry: Telemetry;
  /** Milliseconds after which a person is told that it takes longer. */
  readonly deadline: number;
}

/**
 * Answers a press, whichever way Teams brought it. Never throws: a fault becomes words, and a form comes back with
 * everything as it was typed.
 */
export async function answerPress(turn: Turn, data: unknown, parts: PressParts): Promise<Shown> {
  let press: Press;
  try {
    press = readPress(data);
  } catch (error) {
    return refusedOrFailed(turn, error, undefined, parts);
  }
  return carryOut(turn, press, parts);
}

/** Does what a press asks for. Never throws. */
export async function carryOut(turn: Turn, press: Press, parts: PressParts): Promise<Shown> {
  try {
    const outcome = await withDeadline(perform(turn, press, parts), parts.deadline, (error) =>
      parts.telemetry.error('press.failedLate', error, nameOf(press)),
    );
    if (outcome !== 'late') return outcome;
    parts.telemetry.warn('press.late', nameOf(press));
    return unfinished(turn, press, parts, 'slow');
  } catch (error) {
    return refusedOrFailed(turn, error, press, parts);
  }
}

function refusedOrFailed(turn: Turn, error: unknown, press: Press | undefined, parts: PressParts): Shown {
  if (error instanceof UnreadablePress) {
    parts.telemetry.warn('press.unreadable', { ...nameOf(press), fault: error.message });
    return { kind: 'text', text: turn.words.say('bot.unreadable') };
  }
  parts.telemetry.error('press.failed', error, nameOf(press));
  return unfinished(turn, press, parts, 'failed');
}

async function perform(arrived: Turn, press: Press, parts: PressParts): Promise<Shown> {
  const row = press.kind === 'act' ? rowOf(actions, press.action) : rowOf(dialogs, press.dialog);
  if (row.privately && !arrived.private)
    return { kind: 'text', text: arrived.words.say('bot.where.private') };
  const refused = await refusalWords(arrived, row.may, parts.authority);
  if (refused) return { kind: 'text', text: refused };
  const turn = await withReach(arrived, row.may, parts.authority);
  if (press.kind === 'act')
    return shown(await parts.registry.action(press.action).run(turn, press.about), '');

  const dialog = parts.registry.dialog(press.dialog);
  const title = turn.words.say(`dialog.${press.dialog}.title`);
  if (press.kind === 'cancel') return shown(await dialog.cancel(turn, press.about), title);
  if (press.kind === 'open') {
    const opened = await dialog.open(turn, press.about);
    if (opened.kind !== 'form') return shown(opened, title);
    const typed = { ...opened.typed, ...press.typed };
    return form(turn, dialog, title, { about: opened.about, typed, formId: randomUUID(), problems: {} });
  }
  const submitted = await dialog.submit(turn, press);
  if (submitted.kind !== 'problems') return shown(submitted, title);
  const { about = press.about, formId = press.formId, typed = press.typed, problems } = submitted;
  return form(turn, dialog, title, { typed, about, formId, problems });
}

const form = async (
  turn: Turn,
  dialog: Dialog,
  title: string,
  state: FormState<unknown>,
): Promise<Shown> => ({
  kind: 'card',
  title,
  view: await dialog.draw(turn, state),
});

const shown = (answer: Answer, title: string): Shown =>
  answer.kind === 'card' ? { kind: 'card', view: answer.view, title } : answer;

function unfinished(turn: Turn, press: Press | undefined, parts: PressParts, why: 'slow' | 'failed'): Shown {
  if (press?.kind !== 'submit') return { kind: 'text', text: turn.words.say(`bot.${why}`) };
  const problems = { form: turn.words.say(`bot.${why}.form`) };
  const title = turn.words.say(`dialog.${press.dialog}.title`);
  try {
    const view = parts.registry.dialog(press.dialog).drawBare(turn, { ...press, problems });
    return { kind: 'card', title, view };
  } catch (error) {
    // Ids that do not fit: no form of ours carries them, so there is none to give back.
    parts.telemetry.error('press.undrawable', error, nameOf(press));
    return { kind: 'text', text: turn.words.say(`bot.${why}`) };
  }
}

function nameOf(press: Press | undefined) {
  if (!press) return { press: 'none' };
  return { press: press.kind, name: press.kind === 'act' ? press.action : press.dialog };
}
