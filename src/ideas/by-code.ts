import type { Turn } from '../bot/turn.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { CodeTries } from './code-tries.ts';
import { type Submission, submissions } from './model.ts';
import { fingerprint, typedReplyCode } from './reference.ts';

/** An anonymous submission with the code that opened it, as it was given. */
export interface Opened {
  readonly submission: Submission;
  readonly code: string;
}

/** Finds an anonymous submission by what somebody typed as its reply code. */
export type ByCode = (turn: Turn, typed: string) => Promise<Opened | 'wrong' | 'tooMany'>;

/** What cannot be a code is answered as a wrong one, and not counted: nothing can be guessed by it. */
export const byCode =
  (store: DocumentStore, tries: CodeTries): ByCode =>
  async ({ actor, now }, typed) => {
    const code = typedReplyCode(typed);
    if (code === undefined) return 'wrong';
    const found = await tries.guarded(actor, now, async () => {
      const where = { replyCodeHash: fingerprint(code) };
      const { documents } = await store.query(submissions, actor.tenantId, { where, limit: 1 });
      return documents[0]?.body;
    });
    if (found === 'tooMany') return found;
    return found ? { submission: found, code } : 'wrong';
  };

/** Whether a code opens a submission. */
export const opensWith =
  (code: string) =>
  ({ replyCodeHash }: Submission): boolean =>
    replyCodeHash === fingerprint(code);
