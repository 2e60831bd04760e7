export const feedbackWords = {} as const;
