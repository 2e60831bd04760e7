import { z } from 'zod';
import type { PlannedDelivery } from '../outbox/delivery.ts';
import type { DeliveryCard } from '../outbox/delivery-card.ts';
import type { Listener } from '../outbox/listener.ts';
import { profileOf } from '../people/profiles.ts';
import { finishHandOver, type HandOver, handedOver } from './hand-over.ts';
import type { TriageParts } from './work-on.ts';

const cardName = 'triage/handed-over';

const dataSchema = z.object({
  handOver: z.string(),
  from: z.string(),
  to: z.string(),
  toName: z.string(),
  by: z.string(),
  byName: z.string(),
  reach: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string()))
    .optional(),
  more: z.string().optional(),
});

/** Gives what a hand-over has not given yet, then tells the heir, and who handed over where it took longer. */
export function handOverListener(parts: TriageParts): Listener {
  return {
    event: handedOver,
    async *plan({ partition: tenantId, data }) {
      const { handOver: id, from, to, toName, by, byName, reach, more } = dataSchema.parse(data);
      const wish: HandOver = {
        id,
        from,
        to: { personId: to, name: toName },
        by: { personId: by, name: byName },
        reach,
      };
      const count = await finishHandOver(parts, tenantId, wish);
      const about = { tenant: tenantId, from, to, toName, byName, count: String(count) };
      const tell = (personId: string): PlannedDelivery => ({
        receiver: { kind: 'person', tenantId, personId },
        card: cardName,
        about: { ...about, ...(personId === to && to !== by && { heir: 'yes' }) },
        urgency: 'notice',
        key: `handOver/${id}>${personId}`,
      });
      yield [...(to === by ? [] : [tell(to)]), ...(more ? [tell(by)] : [])];
    },
  };
}

export const handOverDelivery = ({ store, words }: TriageParts): DeliveryCard => ({
  name: cardName,
  whenInDoubt: 'leave',
  async draw({ about: { tenant = '', from = '', to = '', toName = '', byName = '', count = '0', heir } }) {
    const name = (await profileOf(store, tenant, from))?.name ?? words.say('queue.owner.other');
    const heading = heir
      ? words.say('handedOver.heading', { by: byName, from: name })
      : words.say('handedOver.done', { from: name, to: toName });
    return {
      card: cardName,
      data: { heading, text: words.say('handedOver.text', { n: Number(count) }), owner: to },
      summary: heading,
    };
  },
});
