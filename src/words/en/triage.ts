export const triageWords = {} as const;
