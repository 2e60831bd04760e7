/** The paragraphs of a text, which part at empty lines. */
export const paragraphsOf = (text: string): string[] =>
  text.split(/\n\s*\n/u).filter((paragraph) => paragraph.trim() !== '');
