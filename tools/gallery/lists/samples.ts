/** Titles as people write them: short, of the longest allowed length, without a space, from right to left, with odd signs. */
export const titles = [
  'Sample idea: one form',
  'Sample idea: one form in place of three, so that residents who move house tell the whole council once, not each office',
  'SampleWithoutAnySpaceInItBecauseSomebodyPastedTheAddressOfAPageIntoTheTitleOfTheirIdea.example/with/a/very/long/path.htm',
  'فكرة نموذجية: نموذج واحد بدلا من ثلاثة لمن ينتقل من بيته',
  'Sample idea: **no** <b>markup</b> [here](x), a “diary” of pool cars 🚐 & Zoe\u0308’s cafe\u0301',
  'Sample',
  'Sample idea: a shared diary for the pool cars of all offices',
];

export const names = [
  'Ann Sample',
  'Bartholomew-Alexander Featherstonehaugh Sample-Longname of Longname and Longer-Name',
  'Bo',
  'سارة عيّنة',
  'Zoë Sample 🌻',
];

export const services = [
  'Housing',
  'Neighbourhoods and community safety including emergency planning and resilience',
  'Adult social care',
  'Waste',
];

export const longText =
  'Sample text. Today the same details are asked three times, by three offices, on three days. '.repeat(21);

export const longWord = 'SampleWord'.repeat(20);

/** One of a list, in turn. Throws when the list is empty. */
export function take<T>(list: readonly T[], n: number): T {
  const [first] = list;
  const one = list[n % list.length] ?? first;
  if (one === undefined) throw new Error('There is nothing to take from');
  return one;
}

/** So many of them. */
export const some = <T>(all: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: all }, (_, n) => make(n));
