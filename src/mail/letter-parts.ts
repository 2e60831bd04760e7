import type { Letter } from '../outbox/letter.ts';

/** A letter as plain text. */
export const letterText = ({ paragraphs }: Letter): string =>
  paragraphs
    .map(({ kind, text }) => {
      if (kind === 'quote') return text.replace(/^/gmu, '  ');
      return kind === 'note' ? `--\u0020\n${text}` : text;
    })
    .join('\n\n');

const openings: Readonly<Record<Letter['paragraphs'][number]['kind'], readonly [string, string]>> = {
  heading: ['<h1 style="font-size:1.3em">', '</h1>'],
  text: ['<p>', '</p>'],
  quote: [
    '<blockquote style="margin:1em 0;padding-left:1em;border-left:3px solid #767676">',
    '</blockquote>',
  ],
  note: ['<hr><p style="font-size:0.9em">', '</p>'],
};

/** A letter as HTML: nothing of what people wrote can be markup. */
export const letterHtml = ({ paragraphs }: Letter): string => {
  const body = paragraphs.map(({ kind, text }) => {
    const [open, close] = openings[kind];
    return `${open}${escaped(text).replaceAll('\n', '<br>')}${close}`;
  });
  return `<!doctype html><html lang="en-GB"><body style="font-family:sans-serif;max-width:40em">${body.join('\n')}</body></html>`;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
