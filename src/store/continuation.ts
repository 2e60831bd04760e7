import { z } from 'zod';

/** Where a page of an ordered list ended: the value it is sorted by (none without an order) and the id. */
export interface Position {
  readonly value?: string | number | boolean;
  readonly id: string;
}

/** The list a continuation belongs to. */
export interface ListOrder {
  readonly collection: string;
  readonly field?: string;
  readonly direction: 'ascending' | 'descending';
}

/** The continuation is damaged or belongs to another list. Show the list from its start. */
export class UnknownContinuation extends Error {
  override readonly name = 'UnknownContinuation';
}

const tokenSchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(['ascending', 'descending']),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
  z.string(),
]);

/** Text, safe in a URL, from which the next page can be asked for. */
export function writeContinuation(order: ListOrder, last: Position): string {
  const token = [order.collection, order.field ?? '', order.direction, last.value ?? null, last.id];
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Throws UnknownContinuation when the text is none of ours or was given for another list. */
export function readContinuation(order: ListOrder, text: string): Position {
  const token = tokenSchema.safeParse(parsed(text));
  if (!token.success) throw new UnknownContinuation(`${order.collection}: this is no continuation`);
  const [collection, field, direction, value, id] = token.data;
  const same =
    collection === order.collection &&
    field === (order.field ?? '') &&
    direction === order.direction &&
    (value === null) === (order.field === undefined);
  if (!same) {
    throw new UnknownContinuation(
      `This continuation is for ${collection} by ${field || 'id'} ${direction}, not for ${order.collection} by ${order.field ?? 'id'} ${order.direction}`,
    );
  }
  return value === null ? { id } : { value, id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
