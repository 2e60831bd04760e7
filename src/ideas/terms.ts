/** An idea, a project already under way, or a barrier: a rule or system that stops innovation. */
export const kinds = ['idea', 'project', 'barrier'] as const;

/** The controls that may stop good work, as the systems audit of the first recommendation names them. */
export const controls = ['hr-finance', 'procurement', 'it', 'estates', 'data-sharing', 'other'] as const;

/** How far a project is. */
export const stages = ['practice', 'pilot', 'live', 'ended'] as const;

/** How an author wants to be named: to everybody, to the innovation team only, or not at all. */
export const namings = ['named', 'teamOnly', 'anonymous'] as const;

/** Who helped to shape a submission. */
export const shapers = ['frontline', 'residents', 'partners'] as const;

export const decisions = ['trial', 'adopted', 'parked', 'declined'] as const;

/** Ideas and barriers are decided; projects, being under way, are published and end. */
export const states = [
  'received',
  'inReview',
  'question',
  ...decisions,
  /** Adopted, and its benefits are reported. */
  'reported',
  'merged',
  'withdrawn',
  'published',
  'ended',
] as const;

/** How sure those who report benefits are of them. */
export const confidences = ['low', 'medium', 'high'] as const;

/** How it went where an adopted idea was tried elsewhere. */
export const outcomes = ['works', 'partly', 'stopped'] as const;

/** The longest of what a person may type, in UTF-16 units as card inputs count. */
export const longest = {
  title: 120,
  change: 2000,
  benefit: 1000,
  link: 500,
  messageAuthor: 100,
  messageLink: 350,
  question: 1000,
  reason: 1000,
  stops: 500,
  milestone: 200,
  happened: 1000,
  message: 1500,
  measure: 300,
  note: 1000,
  opinion: 1000,
  answer: 300,
};

/** Questions of its own that a challenge may ask. */
export const mostQuestions = 3;

/** Links an author may add, the one of the form included. */
export const mostLinks = 5;

/** Edits that are kept; each keeps what stood before. */
export const mostEdits = 20;

/** People besides the first owner who have it together with them. */
export const mostCoOwners = 4;

export const mostNotes = 30;
export const mostOpinions = 10;
export const mostCaseLinks = 5;

export type State = (typeof states)[number];
export type Decision = (typeof decisions)[number];
export type Stage = (typeof stages)[number];
export type Outcome = (typeof outcomes)[number];
