/** The steps in the life of a submission that its author is told of. */
export const newsSteps = ['taken', 'asked', 'decided', 'published'] as const;
