import type { Turn } from '../bot/turn.ts';
import { outOfReach } from '../people/out-of-reach.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { LostLead } from '../triage/today/lost-leads.ts';
import { replications } from './model.ts';
import { sourceTitle } from './spread-words.ts';

// What runs in a council at one time.
const mostLookedAt = 200;

/** The trials elsewhere whose leads cannot be reached, in the service areas that the actor decides on. */
export const lostReplicationLeads =
  (store: DocumentStore) =>
  async ({ actor, reach, words }: Turn): Promise<readonly LostLead[]> => {
    const { documents } = await store.query(replications, actor.tenantId, {
      where: { state: 'running' },
      orderBy: { field: 'movedAt', direction: 'descending' },
      limit: mostLookedAt,
    });
    const within = documents.filter(({ body }) => !reach || reach.includes(body.service));
    const leads = within.map(({ body }) => body.lead.personId);
    const lost = await outOfReach(store, actor.tenantId, leads);
    return within
      .filter(({ body }) => lost.has(body.lead.personId))
      .map(({ id, body: { lead, source, service } }) => ({
        lead: lead.name,
        title: `${sourceTitle(words, source)} · ${service}`,
        replication: id,
      }));
  };
