import { stemsOf } from '../../subjects/stems.ts';
import shipped from './words.json' with { type: 'json' };

const stemsIn = (list: string): string[] => list.split(' ').flatMap(stemsOf);

/** Words that stand in nearly every idea of a council and tell none of them apart. */
const saysNothing = new Set(shipped.saysNothing.flatMap(stemsIn));

/** Every stem that has others of one meaning -> the first of them. */
const alike = new Map(
  shipped.alike.flatMap((group) => {
    const stems = stemsIn(group);
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** The words of a text by which it can be found, each once: reduced to stems, and words of one meaning made equal. */
export function searchWords(text: string): string[] {
  const stems = stemsOf(text).filter((stem) => stem.length > 1 && !saysNothing.has(stem));
  return [...new Set(stems.map((stem) => alike.get(stem) ?? stem))];
}
