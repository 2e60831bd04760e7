export const helpWords = {} as const;
