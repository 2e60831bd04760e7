export const subjectWords = {} as const;
