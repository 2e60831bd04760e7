import { randomUUID } from 'node:crypto';

/** A partition that no other test uses. */
export const freshPartition = (): string => `test-${randomUUID()}`;
