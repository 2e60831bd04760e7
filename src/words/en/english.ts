import { absentWords } from './absent.ts';
import { auditWords } from './audit.ts';
import { barrierWords } from './barriers.ts';
import { botWords } from './bot.ts';
import { captureWords } from './capture.ts';
import { challengeWords } from './challenges.ts';
import { commandWords } from './commands.ts';
import { curateWords } from './curate.ts';
import { digestCorrectWords } from './digest-correct.ts';
import { digestDraftWords } from './digest-drafts.ts';
import { digestReportWords } from './digest-report.ts';
import { digestWords } from './digests.ts';
import { engagementWords } from './engagement.ts';
import { exchangeWords } from './exchange.ts';
import { feedbackWords } from './feedback.ts';
import { fromWorkWords } from './from-work.ts';
import { helpWords } from './help.ts';
import { ideaWords } from './ideas.ts';
import { kindWords } from './kinds.ts';
import { lifecycleWords } from './lifecycle.ts';
import { listWords } from './lists.ts';
import { mailWords } from './mail.ts';
import { ownCaseWords } from './own-cases.ts';
import { ownIdeaWords } from './own-ideas.ts';
import { pageWords } from './pages.ts';
import { projectWords } from './projects.ts';
import { queueWords } from './queue.ts';
import { readingWords } from './reading.ts';
import { recognitionWords } from './recognition.ts';
import { sourceWords } from './sources.ts';
import { spreadWords } from './spread.ts';
import { statsWords } from './stats.ts';
import { subjectWords } from './subjects.ts';
import { teamWorkWords } from './team-work.ts';
import { todayWords } from './today.ts';
import { triageWords } from './triage.ts';
import { writeWords } from './write.ts';

/** Every English sentence by key, one file a feature. Values in ICU message syntax. */
export const english = {
  ...botWords,
  ...captureWords,
  ...commandWords,
  ...helpWords,
  ...subjectWords,
  ...readingWords,
  ...curateWords,
  ...sourceWords,
  ...pageWords,
  ...writeWords,
  ...ownCaseWords,
  ...fromWorkWords,
  ...ideaWords,
  ...ownIdeaWords,
  ...lifecycleWords,
  ...engagementWords,
  ...barrierWords,
  ...auditWords,
  ...kindWords,
  ...projectWords,
  ...triageWords,
  ...queueWords,
  ...listWords,
  ...todayWords,
  ...statsWords,
  ...exchangeWords,
  ...teamWorkWords,
  ...absentWords,
  ...challengeWords,
  ...spreadWords,
  ...feedbackWords,
  ...digestWords,
  ...recognitionWords,
  ...digestReportWords,
  ...digestDraftWords,
  ...digestCorrectWords,
  ...mailWords,
} as const;

export type WordKey = keyof typeof english;
