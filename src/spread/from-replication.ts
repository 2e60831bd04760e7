import type { Turn } from '../bot/turn.ts';
import { benefitFigures } from '../ideas/from-work.ts';
import type { Submission } from '../ideas/model.ts';
import { isOpenToAll } from '../ideas/open-ideas.ts';
import { submissionOf } from '../ideas/steps.ts';
import { caseById } from '../reading/cases.ts';
import { cutAtWord } from '../reading/cut-at-word.ts';
import type { FromWork } from '../reading/from-work.ts';
import type { CaseStudy } from '../reading/model.ts';
import { longestTeaser } from '../reading/model.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Words } from '../words/words.ts';
import { replicationById } from './find.ts';
import { isLead } from './manage.ts';
import { type Replication, replicationIdSchema } from './model.ts';
import { broughtBy, learntOf, sayState, sourceTitle } from './spread-words.ts';

interface FromReplicationParts {
  readonly store: DocumentStore;
  readonly decidesOn: (turn: Turn, service: string | undefined) => Promise<boolean>;
}

type Told = Pick<Submission | CaseStudy, 'theme' | 'topics'>;

/**
 * What submissions give to articles and case studies, and what finished replications give besides: to an article for
 * their leads and the innovation team, to a case study for the innovation team. Nobody is named but the lead.
 */
export function fromAllWork(ofIdeas: FromWork, { store, decidesOn }: FromReplicationParts): FromWork {
  const isReplication = (id: string): boolean => replicationIdSchema.safeParse(id).success;
  const finished = async ({ actor }: Turn, id: string) => {
    const body = (await replicationById(store, actor.tenantId, id))?.body;
    if (body?.state !== 'finished') return undefined;
    const told = await toldOf(store, actor.tenantId, body);
    return told && { body, told };
  };
  return {
    async article(turn, id) {
      if (!isReplication(id)) return ofIdeas.article(turn, id);
      const known = await finished(turn, id);
      if (!known) return undefined;
      const { body, told } = known;
      if (!isLead(body, turn) && !(await decidesOn(turn, body.service))) return undefined;
      const { words } = turn;
      return {
        written: {
          title: titleOf(words, body),
          teaser: cutAtWord(learntOf(body).replace(/\s+/gu, ' '), longestTeaser),
          text: paragraphs([...tellOf(words, body), broughtBy(words, body)]),
          ...(told.theme && { theme: told.theme }),
          topics: told.topics,
        },
        unnamed: false,
        authorUnnamed: told.authorUnnamed,
      };
    },
    async caseStudy(turn, id) {
      if (!isReplication(id)) return ofIdeas.caseStudy(turn, id);
      const known = await finished(turn, id);
      if (!known || !(await decidesOn(turn, known.body.service))) return undefined;
      const { body, told } = known;
      const { words } = turn;
      const { figures, rest } = benefitFigures(words, body.result?.benefits);
      return {
        title: titleOf(words, body),
        place: body.service,
        body: paragraphs([...tellOf(words, body), ...rest]),
        figures,
        theme: told.theme,
        topics: told.topics,
        from: { kind: 'replication', id },
      };
    },
  };
}

const paragraphs = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n\n');

const titleOf = (words: Words, { source, service }: Replication): string =>
  words.say('spread.tell.title', { title: source.title, service });

const tellOf = (words: Words, body: Replication): readonly string[] => [
  words.say('spread.tell.tried', {
    service: body.service,
    title: sourceTitle(words, body.source),
    lead: body.lead.name,
  }),
  words.say('spread.tell.outcome', { outcome: sayState(words, body) }),
  words.say('fromWork.learnt', { learnt: learntOf(body) }),
];

/** The subjects of what was tried; undefined when that is not for everybody any more. */
async function toldOf(
  store: DocumentStore,
  tenantId: string,
  { source }: Replication,
): Promise<(Told & { readonly authorUnnamed: boolean }) | undefined> {
  if (source.kind === 'case') {
    const study = await caseById(store, tenantId, source.id);
    return study && { theme: study.theme, topics: study.topics, authorUnnamed: false };
  }
  const idea = await submissionOf(store, tenantId, source.id);
  if (!idea || !isOpenToAll(idea)) return undefined;
  return { theme: idea.theme, topics: idea.topics, authorUnnamed: idea.naming !== 'named' };
}
