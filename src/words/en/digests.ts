export const digestWords = {} as const;
