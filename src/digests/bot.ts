import { z } from 'zod';
import { type Answer, sayText, showCard } from '../bot/answer.ts';
import type { Command } from '../bot/command.ts';
import { type Dialog, dialog, nothing, openForm, refuse, type Submitted } from '../bot/dialog.ts';
import type { Turn } from '../bot/turn.ts';
import type { Feature } from '../feature.ts';
import { askForCode, codeDelivery, confirmAddress, sendCode } from './address-check.ts';
import { draftEditions, tendDrafts } from './approval/draft-editions.ts';
import { draftTurns } from './approval/draft-turns.ts';
import { previewStanding } from './approval/draft-words.ts';
import { draftListeners } from './approval/listeners.ts';
import { codeForm, subscribeForm, subscriptionCard } from './cards.ts';
import { type Asking, isPersonal, ownPlaceId } from './change-subscription.ts';
import { linkRoutes } from './counts/counted-links.ts';
import { correctPosted, editionDeliveries, sendEditions } from './edition-delivery.ts';
import { stopWherePlacesGo } from './gone-places.ts';
import { type DigestParts, hasApproval } from './parts.ts';
import { planDueEditions } from './plan-due.ts';
import { type PostedNow, postNow } from './post-now.ts';
import { previewCard } from './preview-card.ts';
import { redrawRedacted } from './redraw-redacted.ts';
import { type DigestRequest, readRequest } from './request.ts';
import { findSubscription, pauseDigest, preview, resume, stop, subscribe } from './service.ts';
import { stopRoutes } from './stop-link.ts';
import { subscribeInputs, typedFor, type Wish } from './subscribe-form.ts';
import { gatherAlike } from './together/gather.ts';
import { toldIn } from './told.ts';
import { withdrawHidden } from './withdraw-hidden.ts';
import { withdrawNames } from './withdraw-names.ts';

/** Regular digests for channels, group chats and single people. */
export function digestsFeature(parts: DigestParts): Feature {
  const drafts = draftTurns(parts);
  return {
    commands: [
      digestCommand(parts, 'digest'),
      digestCommand(parts, 'subscribe'),
      { name: 'unsubscribe', run: (turn) => answer(parts, turn, { kind: 'off' }) },
    ],
    dialogs: [subscribeDialog(parts), codeDialog(parts), ...drafts.dialogs],
    actions: drafts.actions,
    listeners: [
      sendEditions(parts),
      correctPosted(parts),
      redrawRedacted(parts),
      stopWherePlacesGo(parts),
      sendCode(parts),
      withdrawNames(parts),
      ...draftListeners(parts),
    ],
    deliveryCards: [
      ...editionDeliveries(parts),
      codeDelivery(parts.store, parts.words),
      ...drafts.deliveryCards,
    ],
    jobs: [
      planDueEditions(parts),
      gatherAlike(parts),
      withdrawHidden(parts),
      ...(hasApproval(parts) ? [draftEditions(parts), tendDrafts(parts)] : []),
    ],
    routes: [...stopRoutes(parts), ...linkRoutes(parts)],
  };
}

/** `subscribe` alone starts the usual digest, `digest` alone shows what there is. */
const digestCommand = (parts: DigestParts, name: 'digest' | 'subscribe'): Command => ({
  name,
  run: (turn, rest) => {
    const request: DigestRequest =
      name === 'subscribe' && rest === '' ? { kind: 'on' } : readRequest(turn.words, rest, parts.timeZone);
    return answer(parts, turn, request);
  },
});

const subscribeDialog = (parts: DigestParts): Dialog =>
  dialog({
    name: 'digest.subscribe',
    about: nothing,
    inputs: (words) => subscribeInputs(words, parts.timeZone, parts.services),
    open: async (turn) =>
      openForm({}, typedFor(await findSubscription(parts, askingIn(turn)), parts.timeZone)),
    context: async () => undefined,
    draw: (turn, state) =>
      subscribeForm(turn.words, state, {
        timeZone: parts.timeZone,
        personal: isPersonal(askingIn(turn)),
        mailed: parts.byMail !== undefined,
        services: parts.services,
      }),
    submit: (turn, _about, wish) => submitted(parts, turn, wish),
    cancel: (turn) => answer(parts, turn, { kind: 'show' }),
  });

const codeDialog = (parts: DigestParts): Dialog =>
  dialog({
    name: 'digest.code',
    about: nothing,
    inputs: (words) =>
      z.object({
        code: z
          .string(words.say('digests.code.missing'))
          .transform((typed) => typed.replace(/\s/gu, ''))
          .pipe(z.string().regex(/^\d{6}$/u, words.say('digests.code.missing'))),
      }),
    open: async (turn) => elsewhere(turn) ?? openForm({}),
    context: async () => undefined,
    draw: (turn, state) => codeForm(turn.words, state),
    async submit(turn, _about, { code }) {
      const gone = elsewhere(turn);
      if (gone) return gone;
      const asking = askingIn(turn);
      const outcome = await confirmAddress(parts, asking, code);
      if (outcome !== 'confirmed') return refuse('code', turn.words.say(`digests.code.${outcome}`));
      return showCard(subscriptionCard(turn.words, await findSubscription(parts, asking), true));
    },
    cancel: (turn) => answer(parts, turn, { kind: 'show' }),
  });

/** An address is confirmed in the person's own chat alone. */
const elsewhere = (turn: Turn): Answer | undefined =>
  isPersonal(askingIn(turn)) ? undefined : sayText(turn.words.say('bot.where.private'));

async function submitted(parts: DigestParts, turn: Turn, wish: Wish): Promise<Submitted> {
  if (wish.kind !== 'subscribe') return answer(parts, turn, wish);
  const { words } = turn;
  const asking = askingIn(turn);
  const present = await findSubscription(parts, asking);
  const mailed = isPersonal(asking) && parts.byMail !== undefined && wish.by !== 'teams';
  const unconfirmed = mailed && wish.address !== present?.personal?.address;
  if (unconfirmed) {
    const domain = wish.address.slice(wish.address.lastIndexOf('@') + 1);
    const { ownDomains } = parts.byMail;
    if (wish.address === '') return refuse('address', words.say('digests.problem.addressMissing'));
    if (!ownDomains.includes(domain))
      return refuse('address', words.say('digests.problem.domain', { domains: ownDomains.join(', ') }));
    if ((await askForCode(parts, asking, wish.address)) === 'tooMany')
      return refuse('address', words.say('digests.problem.tooManyCodes'));
  }
  const { schedule, wish: what, by } = wish;
  const subscription = await subscribe(parts, asking, {
    schedule,
    wish: what,
    by: parts.byMail === undefined ? 'teams' : by,
  });
  return showCard(subscriptionCard(words, subscription, isPersonal(asking), unconfirmed));
}

async function answer(parts: DigestParts, turn: Turn, request: DigestRequest): Promise<Answer> {
  const { words, activityId } = turn;
  const asking = askingIn(turn);
  const personal = isPersonal(asking);
  const show = async (changed: ReturnType<typeof findSubscription>) =>
    showCard(subscriptionCard(words, await changed, personal));
  switch (request.kind) {
    case 'show':
      return show(findSubscription(parts, asking));
    case 'subscribe':
      return show(subscribe(parts, asking, { schedule: request.schedule }));
    case 'on':
      return show(resume(parts, asking));
    case 'pause':
      return show(pauseDigest(parts, asking));
    case 'off':
      return show(stop(parts, asking));
    case 'now':
      return sayText(saidNow(turn, await postNow(parts, asking, activityId)));
    case 'preview': {
      const { composed, draft } = await preview(parts, asking);
      if (!composed) return sayText(words.say('digests.preview.nothing'));
      const told = await toldIn(parts.store, asking.tenantId, composed.body);
      return showCard(previewCard(words, told, draft && previewStanding(words, draft)));
    }
    case 'notUnderstood':
      return sayText(words.say('digests.notUnderstood'));
  }
}

function saidNow({ words }: Turn, posted: PostedNow): string {
  if (posted.kind !== 'waits') return words.say(`digests.${posted.kind}`);
  const { dueAt, postedTo, changedBy, state } = posted.draft;
  if (state === 'sent') return words.say('digests.posted');
  const who = words.say('digests.now.who', { changed: changedBy ? 'yes' : 'no' });
  if (postedTo === undefined) return `${words.say('digests.now.waits.unseen')} ${who}`;
  const comes = posted.isDue
    ? words.say('digests.now.waits.due')
    : words.say('digests.now.waits.coming', { due: words.dateTime(dueAt) });
  return `${comes} ${who}`;
}

const askingIn = ({ actor: { tenantId, personId }, conversation }: Turn): Asking => ({
  tenantId,
  placeId: conversation.kind === 'personal' ? ownPlaceId(personId) : conversation.id,
  personId,
});
