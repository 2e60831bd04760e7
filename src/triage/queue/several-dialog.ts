import { z } from 'zod';
import { type CardView, showCard } from '../../bot/answer.ts';
import { type Dialog, dialog, type FormState, formData, openForm, refuse } from '../../bot/dialog.ts';
import type { Turn } from '../../bot/turn.ts';
import { typedText } from '../../bot/typed-text.ts';
import type { Submission } from '../../ideas/model.ts';
import { longest } from '../../ideas/terms.ts';
import type { By } from '../../people/by.ts';
import { cutAtWord } from '../../reading/cut-at-word.ts';
import { isolated } from '../../words/right-to-left.ts';
import type { Words } from '../../words/words.ts';
import { frame } from '../author-reads.ts';
import { isWithinReach } from '../reach.ts';
import { byOf, type TriageParts } from '../work-on.ts';
import { doSeveral, mostTicked, severalWays, type Task, tickedSchema } from './do-several.ts';
import { placeSchema, type QueuePlace } from './filter.ts';
import { outcomeCard } from './outcome-card.ts';
import { triagers } from './people-to-choose.ts';
import { placeAfter, readQueue } from './read-queue.ts';
import { showQueue } from './show-queue.ts';

const fields = ['ticked', 'what', 'to', 'reason'];
const longestTitle = 70;

/** The form by which one thing is done to several submissions. */
export function severalDialog(parts: TriageParts): Dialog {
  const { store } = parts;
  return dialog({
    name: 'triage.several',
    about: placeSchema,
    inputs: (words) =>
      z.strictObject({
        ticked: z
          .string(words.say('queue.several.noneTicked'))
          .transform((list) => list.split(',').filter((item) => item !== ''))
          .pipe(z.array(tickedSchema).min(1, words.say('queue.several.noneTicked')).max(mostTicked)),
        what: z.enum(severalWays, { error: words.say('queue.several.whatMissing') }),
        to: z.string().max(128).default(''),
        reason: typedText({
          max: longest.reason,
          tooLong: words.say('ideas.form.tooLong', { max: longest.reason }),
        }),
      }),
    async context(turn, { after, from: _from, ...filter }) {
      const { actor, now } = turn;
      const wanted = { filter, after, size: mostTicked, now, isWithin: isWithinReach(turn) };
      const [page, people] = await Promise.all([
        readQueue(store, actor.tenantId, wanted),
        triagers(parts, turn),
      ]);
      return { submissions: page.submissions, people };
    },
    async open(turn, place) {
      const { after, from: _from, ...filter } = place;
      const { actor, now } = turn;
      const wanted = { filter, after, size: 1, now, isWithin: isWithinReach(turn) };
      const page = await readQueue(store, actor.tenantId, wanted);
      if (page.submissions.length === 0) return showQueue(parts, turn, { ...place, after: '', from: 0 });
      return openForm(place, { to: actor.personId });
    },
    draw: (turn, state, context) => severalCard(turn, state, context),
    async submit(turn, place, { ticked, what, to, reason }) {
      const { words } = turn;
      let task: Task;
      if (what === 'give') {
        const owner = (await triagers(parts, turn)).find(({ personId }) => personId === to);
        if (!owner) return refuse('to', words.say('queue.several.toMissing'));
        task = { what, to: owner };
      } else if (reason.length < 3) return refuse('reason', words.say('triage.decide.reasonMissing'));
      else task = { what, reason };
      const outcomes = await doSeveral(parts, turn, task, ticked);
      const last = outcomes.findLast(({ submission }) => submission)?.submission;
      // What was decided falls out of the list; what was given stays in it and is passed by.
      const goOn = what === 'give' && last ? { ...place, after: placeAfter(last, place), from: 0 } : place;
      return showCard(outcomeCard(words, task, outcomes, goOn));
    },
    cancel: (turn, place) => showQueue(parts, turn, place),
  });
}

interface Offered {
  readonly submissions: readonly Submission[];
  readonly people: readonly By[];
}

function severalCard(turn: Turn, state: FormState<QueuePlace>, offered: Offered | undefined): CardView {
  const { words } = turn;
  const by = byOf(turn);
  const ticked = (state.typed.ticked ?? '').split(',').filter((item) => item !== '');
  return {
    card: 'triage/several',
    data: {
      ...formData(state, fields),
      submissions: offered
        ? offered.submissions.map((submission) => choice(words, submission))
        : ticked.map((code) => ({ code, name: code.split('.')[0] ?? '' })),
      ways: severalWays.map((code) => ({ code, name: words.say(`queue.several.${code}`) })),
      frames: (['parked', 'declined'] as const).map((decision) =>
        frame(words, { what: 'decided', by, decision, reason: '' }, words.say(`queue.several.${decision}`)),
      ),
      people: (offered?.people ?? []).map(({ personId: code, name }) => ({ code, name })),
    },
    summary: words.say('queue.several.heading'),
  };
}

const choice = (words: Words, { reference, title, state, owner, history }: Submission) => ({
  code: `${reference}.${history.length}`,
  name: [
    isolated(cutAtWord(title, longestTitle)),
    reference,
    words.say(`triage.state.${state}`),
    ...(owner ? [isolated(owner.name)] : []),
  ].join(' · '),
});
