import type { Letter } from '../outbox/letter.ts';

type Paragraph = Letter['paragraphs'][number];

/** A letter as plain text. What belongs to a title stands right below it, and a heading within the letter has a line. */
export const letterText = ({ paragraphs }: Letter): string =>
  paragraphs
    .map((paragraph, index) => {
      const before = paragraphs[index - 1];
      const gap = before === undefined ? '' : belongsTo(before, paragraph) ? '\n' : '\n\n';
      return gap + plainly(paragraph, index);
    })
    .join('');

const belongsTo = (before: Paragraph, { kind }: Paragraph): boolean =>
  kind === 'small' || (kind === 'text' && before.kind === 'title');

function plainly({ kind, text, link }: Paragraph, index: number): string {
  if (kind === 'quote') return text.replace(/^/gmu, '  ');
  const linked = link === undefined ? text : `${text}\n${link}`;
  if (kind === 'heading' && index > 0) return `\n${linked}\n${'-'.repeat(text.length)}`;
  return kind === 'note' ? `--\u0020\n${linked}` : linked;
}

const openings: Readonly<Record<Paragraph['kind'], readonly [string, string]>> = {
  heading: ['<h2 style="margin:1.8em 0 0;font-size:1.1em">', '</h2>'],
  title: ['<p style="margin:1.2em 0 0;font-weight:bold">', '</p>'],
  text: ['<p style="margin:0.4em 0">', '</p>'],
  small: ['<p style="margin:0.2em 0;font-size:0.9em;color:#595959">', '</p>'],
  quote: [
    '<blockquote style="margin:1em 0;padding-left:1em;border-left:3px solid #767676">',
    '</blockquote>',
  ],
  note: ['<hr><p style="font-size:0.9em">', '</p>'],
};

// The heading of the whole letter.
const first = ['<h1 style="font-size:1.3em">', '</h1>'] as const;

/** A letter as HTML: nothing of what people wrote can be markup. */
export const letterHtml = ({ paragraphs }: Letter): string => {
  const body = paragraphs.map(({ kind, text, link }, index) => {
    const [open, close] = kind === 'heading' && index === 0 ? first : openings[kind];
    const shown = escaped(text).replaceAll('\n', '<br>');
    return `${open}${link === undefined ? shown : `<a href="${escaped(link)}">${shown}</a>`}${close}`;
  });
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="font-family:sans-serif;line-height:1.4;max-width:40em;overflow-wrap:break-word">${body.join('\n')}</body></html>`;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
