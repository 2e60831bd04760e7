import type { CardView } from '../bot/answer.ts';
import type { Words } from '../words/words.ts';
import { itemsOf } from './edition-items.ts';
import type { Told } from './told.ts';

/**
 * What the next edition would hold, and why each of it was chosen.
 * @param standing how it stands where it is looked at before it goes; otherwise it is what would come now.
 */
export function previewCard(words: Words, told: Told, standing = ''): CardView {
  const items = itemsOf(words, told);
  const what = words.say('digests.preview.what', { things: items.length });
  return {
    card: 'digests/preview',
    summary: words.say('digests.preview.title'),
    data: {
      intro: standing === '' ? what : `${what} ${standing}`,
      opening: told.edition.opening ?? '',
      items: items.map(({ title, meta, why }) => ({ title, meta, why })),
    },
  };
}
