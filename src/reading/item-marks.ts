import { showCard } from '../bot/answer.ts';
import { type CardAction, cardAction } from '../bot/card-action.ts';
import { countMarks, support, takeSupportBack } from '../engagement/marks.ts';
import { recountDue } from '../engagement/recount.ts';
import { changeDocument } from '../store/change-document.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { Clock } from '../time/clock.ts';
import type { Job } from '../time/job.ts';
import { alikeTo } from './alike.ts';
import { alikeCard } from './cards.ts';
import { itemInListSchema, itemOf, itemSubject } from './item.ts';
import { articles, cases } from './model.ts';
import { goneAnswer, shownItem, type ViewParts, viewItem } from './view-item.ts';

/** The buttons by which a person calls something useful, once, or takes that back, and finds others like it. */
export function itemMarks(parts: ViewParts): readonly CardAction[] {
  const { store } = parts;
  return [
    cardAction({
      name: 'reading.useful',
      about: itemInListSchema,
      async run(turn, about) {
        const { actor, now, words } = turn;
        const item = itemOf(about);
        if (!(await shownItem(store, actor.tenantId, item))) return goneAnswer(words, item.kind);
        const subject = itemSubject(actor.tenantId, item);
        const marks = await support(store, subject, actor, { named: false, now });
        return viewItem(parts, turn, item, about, marks);
      },
    }),
    cardAction({
      name: 'reading.notUseful',
      about: itemInListSchema,
      async run(turn, about) {
        const { actor, now } = turn;
        const item = itemOf(about);
        const marks = await takeSupportBack(store, itemSubject(actor.tenantId, item), actor, now);
        return viewItem(parts, turn, item, about, marks);
      },
    }),
    cardAction({
      name: 'reading.alike',
      about: itemInListSchema,
      async run({ actor, words }, about) {
        const item = itemOf(about);
        const read = await shownItem(store, actor.tenantId, item);
        if (!read) return goneAnswer(words, item.kind);
        const alike = await alikeTo(store, actor.tenantId, item.id, read);
        return showCard(alikeCard(words, { item, read }, alike, about));
      },
    }),
  ];
}

/** Writes on each article and case study how many call it useful, once for some minutes in which that changed. */
export const recountReading = (store: DocumentStore, clock: Clock, tenants: readonly string[]): Job => ({
  name: 'reading.recount',
  everySeconds: 120,
  async run() {
    for (const tenantId of tenants) {
      const usefulOf = (kind: 'article' | 'case', id: string) =>
        countMarks(store, itemSubject(tenantId, { kind, id }), 'support');
      await recountDue(store, { tenantId, kind: 'article' }, clock.now(), async (id) => {
        const useful = await usefulOf('article', id);
        await changeDocument(store, articles, tenantId, id, (article) => ({ ...article, useful }));
      });
      await recountDue(store, { tenantId, kind: 'case' }, clock.now(), async (id) => {
        const useful = await usefulOf('case', id);
        await changeDocument(store, cases, tenantId, id, (study) => ({ ...study, useful }));
      });
    }
  },
});
