import type { WebPage } from '../bot/web-page.ts';
import type { Words } from '../words/words.ts';

/** A page of a few words of our own; nothing that a request carries may be among them. `button` posts to its address. */
export function plainPage(
  words: Words,
  status: number,
  title: string,
  text: string,
  button?: string,
): WebPage {
  const form =
    button === undefined
      ? ''
      : `<form method="post"><button style="font-size:1em;padding:0.6em 1em">${button}</button></form>`;
  return {
    status,
    html: `<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head><body style="font-family:sans-serif;line-height:1.4;max-width:36em;margin:2em auto;padding:0 1em"><h1>${title}</h1><p>${text}</p>${form}</body></html>`,
  };
}
