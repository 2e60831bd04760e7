export const ideaWords = {} as const;
