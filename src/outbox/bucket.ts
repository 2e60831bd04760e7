import { hash } from 'node:crypto';
import { type Receiver, receiverKey } from './delivery.ts';

/** Fixed for the life of a store: deliveries lie in the partition of their bucket. */
const bucketCount = 16;

/** The partitions of `deliveries`, and what replicas lease: '0' to '15'. */
export const buckets: readonly string[] = Array.from({ length: bucketCount }, (_, index) => String(index));

/** The bucket of anything that has a name, such as a job. */
export const bucketOfName = (name: string): string =>
  String(hash('sha256', name, 'buffer').readUInt32BE(0) % bucketCount);

export const bucketOf = (receiver: Receiver): string => bucketOfName(receiverKey(receiver));
