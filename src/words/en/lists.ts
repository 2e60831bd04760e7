/** What all lists say of themselves. */
export const listWords = {
  'list.part': '{n, number} in all · {from, number} to {to, number}',
  'list.all': '{n, number} in all',
} as const;
