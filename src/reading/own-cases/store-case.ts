import { changeDocument } from '../../store/change-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { isAdded } from '../case-name.ts';
import { storedCase } from '../cases.ts';
import { type AddedCase, cases, type Done } from '../model.ts';
import type { TypedCase } from './case-form.ts';

export type StoreOutcome =
  | { readonly kind: 'stored' }
  /** Somebody else's words stand there; `seen` names them, for a second try that replaces them. */
  | { readonly kind: 'meanwhile'; readonly by: string; readonly seen: string }
  /** It ships with a release, or is not there. */
  | { readonly kind: 'notOurs' };

/** Stores a new case study, once; the same again is stored already. */
export async function addCase(
  store: DocumentStore,
  tenant: string,
  id: string,
  study: AddedCase,
): Promise<StoreOutcome> {
  const [created] = await store.createMany(cases, tenant, [{ id, body: study }]);
  if (created) return { kind: 'stored' };
  const stored = await storedCase(store, tenant, id);
  if (!stored || !isAdded(stored)) return { kind: 'notOurs' };
  return isSame(stored, study) ? { kind: 'stored' } : meanwhile(stored);
}

/** Changes one that was added, as it was last seen. @param seen when that stood, as `lastWritten` tells. */
export async function editCase(
  store: DocumentStore,
  tenant: string,
  id: string,
  told: TypedCase,
  { done, seen }: { done: Done; seen: string | undefined },
): Promise<StoreOutcome> {
  let outcome: StoreOutcome = { kind: 'notOurs' };
  await changeDocument(store, cases, tenant, id, (current) => {
    if (!isAdded(current)) return undefined;
    outcome = { kind: 'stored' };
    if (isSame(current, told)) return undefined;
    if (lastWritten(current) !== seen) {
      outcome = meanwhile(current);
      return undefined;
    }
    const { title: _, link: _link, theme: _theme, ...kept } = current;
    return { ...kept, ...told, edited: done };
  });
  return outcome;
}

/** Takes back one that was added, or puts it back; nothing changes where it stands so already. */
export async function showCase(
  store: DocumentStore,
  tenant: string,
  id: string,
  { shown, done }: { shown: boolean; done: Done },
): Promise<void> {
  await changeDocument(store, cases, tenant, id, (current) => {
    if (!isAdded(current) || (current.takenBack === undefined) === shown) return undefined;
    const { takenBack: _, ...study } = current;
    return shown ? study : { ...study, takenBack: done };
  });
}

export const lastWritten = ({ added, edited }: AddedCase): string => (edited ?? added).at;

const meanwhile = (study: AddedCase): StoreOutcome => ({
  kind: 'meanwhile',
  by: (study.edited ?? study.added).by.name,
  seen: lastWritten(study),
});

const isSame = (one: TypedCase, other: TypedCase): boolean => contentOf(one) === contentOf(other);

const contentOf = ({ title, place, lookedAt, figures, sources, link, theme, topics }: TypedCase): string =>
  JSON.stringify([
    title,
    place,
    lookedAt,
    figures.map(({ text, source, confidence }) => [text, source, confidence]),
    sources,
    link,
    theme,
    topics,
  ]);
