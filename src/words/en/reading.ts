export const readingWords = {} as const;
