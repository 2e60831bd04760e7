import { showCard } from '../bot/answer.ts';
import { cardAction } from '../bot/card-action.ts';
import { nothing } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import { kindsCard } from './kind-cards.ts';
import { findKindDialog, type KindParts, keepKindDialog } from './kind-dialogs.ts';

/** The repertoire of kinds of innovation, and the way to the one that fits. */
export function kindsFeature(parts: KindParts): Feature {
  const show = async ({ words }: Turn) => showCard(kindsCard(words));
  return {
    commands: [{ name: 'kinds', run: show }],
    dialogs: [findKindDialog(), keepKindDialog(parts)],
    actions: [cardAction({ name: 'kinds.show', about: nothing, run: show })],
  };
}
