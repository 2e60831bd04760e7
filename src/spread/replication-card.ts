import type { CardView } from '../bot/answer.ts';
import { sayDate } from '../ideas/plan-words.ts';
import type { Words } from '../words/words.ts';
import type { KnownReplication, Replication } from './model.ts';
import { broughtBy, colourOf, leadLine, learntOf, sayState, sourceTitle, stateOf } from './spread-words.ts';

/** What is said above it about what was just pressed. */
export type Notice = 'started' | 'running' | 'runningOwn' | 'notYours' | 'following' | 'putOff' | 'refused';

/** How one replication stands, for the one who looks at it. */
export function replicationCard(
  words: Words,
  { id, body }: KnownReplication,
  {
    manages,
    decides,
    leads,
    following,
    notice,
  }: { manages: boolean; decides: boolean; leads: boolean; following: boolean; notice?: Notice | undefined },
): CardView {
  const { state, service, source, lead, named } = body;
  const running = state === 'running';
  const names = { service, lead: lead.name, date: sayDate(words, body.startsOn) };
  return {
    card: 'spread/replication',
    data: {
      id,
      notice: notice ? words.say(`spread.notice.${notice}`, names) : '',
      title: sourceTitle(words, source),
      service,
      state: sayState(words, body),
      stateColour: colourOf[stateOf(body)],
      lead: leadLine(words, body),
      next: nextLine(words, body),
      learnt: learntOf(body),
      ended: state === 'ended',
      reported: state === 'finished',
      benefits: broughtBy(words, body),
      idea: source.kind === 'idea' ? source.id : '',
      study: source.kind === 'case' ? source.id : '',
      mayReport: manages && running,
      mayCorrect: manages && state === 'finished',
      mayEdit: manages && running,
      mayTell: manages && state === 'finished',
      mayDraft: decides && state === 'finished',
      mayRefuse: leads && running && named !== undefined,
      mayFollow: !leads && running && !following,
      following: following && running,
    },
    summary: words.say('spread.summary', { service, title: sourceTitle(words, source) }),
  };
}

/** When the lead is asked for the result; empty when it is there. */
function nextLine(words: Words, { state, askOn, asked }: Replication): string {
  if (state !== 'running') return '';
  if (askOn) return words.say('spread.next.ask', { date: sayDate(words, askOn) });
  return words.say('spread.next.silent', { n: asked });
}
