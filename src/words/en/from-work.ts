/** Articles and case studies that are begun from an idea, a trial or a project. */
export const fromWorkWords = {
  'triage.card.writeArticle': 'Write an article',
  'triage.card.draftCase': 'Make a case study',
  'projects.page.write': 'Write an article about it',

  'fromWork.byIdea': 'The idea came from {name}.',
  'fromWork.byProject': '{name} leads this project.',
  'fromWork.measured': 'What was measured: {measure}',
  'fromWork.adopted': 'Verdict: adopted after the trial.',
  'fromWork.stopped': 'Verdict: not taken on after the trial.',
  'fromWork.learnt': 'What was learnt: {learnt}',
  'fromWork.better': 'What is better: {better}',
  'fromWork.update': 'How it goes: {happened}',
  'fromWork.source': 'as reported by the lead',
} as const;
