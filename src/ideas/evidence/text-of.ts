/** What of an idea is sought and found by. */
export const textOf = ({ title, change }: { readonly title: string; readonly change: string }): string =>
  `${title}\n${change}`;
