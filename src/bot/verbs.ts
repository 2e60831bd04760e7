/** Who may use a verb. `innovationTeam` and `administrator` are looked up on the server at every use. */
export type Role = 'anyone' | 'innovationTeam' | 'administrator';

/** Where a command answers: what is meant for one person never appears in a shared chat. */
export type Where = 'anywhere' | 'personal' | 'shared' | 'channel';

export interface CommandRow {
  readonly may: Role;
  readonly where: Where;
  /** Teams' own menu has room for twelve: absent, it stands there wherever it answers. */
  readonly menu?: 'shared' | 'never';
}

interface PressRow {
  readonly may: Role;
  /** Answered only where nobody else sees it: in the 1:1 chat or in a dialog. */
  readonly privately?: true;
}

/**
 * Everything a person can reach, from open to restricted: one look tells who may do what.
 * A feature can register only names that stand here, and a test fails when one has no handler.
 */
export const commands = {
  help: { may: 'anyone', where: 'anywhere' },
  about: { may: 'anyone', where: 'anywhere' },
  idea: { may: 'anyone', where: 'anywhere' },
  'my ideas': { may: 'anyone', where: 'personal' },
  'reply code': { may: 'anyone', where: 'personal' },
  ideas: { may: 'anyone', where: 'anywhere' },
  latest: { may: 'anyone', where: 'anywhere' },
  cases: { may: 'anyone', where: 'anywhere' },
  write: { may: 'anyone', where: 'anywhere', menu: 'never' },
  projects: { may: 'anyone', where: 'anywhere' },
  kinds: { may: 'anyone', where: 'anywhere' },
  challenges: { may: 'anyone', where: 'anywhere' },
  'my trials': { may: 'anyone', where: 'personal', menu: 'never' },
  feedback: { may: 'anyone', where: 'anywhere' },
  digest: { may: 'anyone', where: 'anywhere', menu: 'shared' },
  thanks: { may: 'anyone', where: 'channel', menu: 'never' },
  'digest report': { may: 'innovationTeam', where: 'anywhere' },
  subscribe: { may: 'anyone', where: 'personal', menu: 'never' },
  unsubscribe: { may: 'anyone', where: 'personal', menu: 'never' },
  add: { may: 'innovationTeam', where: 'anywhere' },
  curate: { may: 'innovationTeam', where: 'anywhere' },
  'add case': { may: 'innovationTeam', where: 'anywhere' },
  sources: { may: 'innovationTeam', where: 'anywhere' },
  'read feedback': { may: 'innovationTeam', where: 'anywhere' },
  triage: { may: 'innovationTeam', where: 'anywhere' },
  find: { may: 'innovationTeam', where: 'anywhere' },
  import: { may: 'innovationTeam', where: 'personal' },
  export: { may: 'innovationTeam', where: 'personal' },
  'triage stats': { may: 'innovationTeam', where: 'anywhere' },
  today: { may: 'innovationTeam', where: 'anywhere' },
  audit: { may: 'innovationTeam', where: 'anywhere', menu: 'never' },
  leaders: { may: 'administrator', where: 'channel', menu: 'never' },
  register: { may: 'innovationTeam', where: 'anywhere' },
  away: { may: 'innovationTeam', where: 'anywhere' },
  'triage here': { may: 'administrator', where: 'channel' },
} as const satisfies Record<string, CommandRow>;

export const dialogs = {
  'idea.share': { may: 'anyone' },
  'idea.answer': { may: 'anyone', privately: true },
  'ideas.filter': { may: 'anyone', privately: true },
  'idea.edit': { may: 'anyone', privately: true },
  'idea.withdraw': { may: 'anyone', privately: true },
  'idea.link': { may: 'anyone', privately: true },
  'idea.askAgain': { may: 'anyone', privately: true },
  'idea.byCode': { may: 'anyone', privately: true },
  'idea.answerByCode': { may: 'anyone', privately: true },
  'idea.comment': { may: 'anyone' },
  'article.write': { may: 'anyone' },
  'article.comment': { may: 'anyone' },
  'idea.keepKind': { may: 'anyone', privately: true },
  'kinds.find': { may: 'anyone' },
  'project.update': { may: 'anyone', privately: true },
  'feedback.give': { may: 'anyone' },
  'digest.subscribe': { may: 'anyone' },
  'digest.code': { may: 'anyone', privately: true },
  'digest.showDraft': { may: 'innovationTeam' },
  'digest.changeDraft': { may: 'innovationTeam' },
  'digest.correct': { may: 'innovationTeam' },
  'feedback.reply': { may: 'innovationTeam' },
  'feedback.change': { may: 'innovationTeam' },
  'proposal.edit': { may: 'innovationTeam' },
  'proposal.answer': { may: 'innovationTeam' },
  'article.edit': { may: 'innovationTeam' },
  'case.write': { may: 'innovationTeam' },
  'source.add': { may: 'innovationTeam' },
  'source.interval': { may: 'innovationTeam' },
  'triage.decide': { may: 'innovationTeam' },
  'triage.ask': { may: 'innovationTeam' },
  'triage.subjects': { may: 'innovationTeam' },
  'import.match': { may: 'innovationTeam', privately: true },
  'triage.filter': { may: 'innovationTeam' },
  'triage.several': { may: 'innovationTeam' },
  'triage.handOver': { may: 'innovationTeam' },
  'triage.away': { may: 'innovationTeam' },
  'triage.route': { may: 'innovationTeam' },
  'triage.assign': { may: 'innovationTeam' },
  'triage.note': { may: 'innovationTeam' },
  'triage.score': { may: 'innovationTeam' },
  'triage.merge': { may: 'innovationTeam' },
  'triage.cases': { may: 'innovationTeam' },
  'triage.redact': { may: 'innovationTeam' },
  'triage.snooze': { may: 'innovationTeam' },
  'triage.reopen': { may: 'innovationTeam' },
  'triage.trial': { may: 'innovationTeam' },
  'triage.verdict': { may: 'innovationTeam' },
  'triage.benefits': { may: 'innovationTeam' },
  'triage.opinion': { may: 'innovationTeam' },
  'trial.checkIn': { may: 'anyone', privately: true },
  'opinion.give': { may: 'anyone', privately: true },
  'thanks.choose': { may: 'anyone', privately: true },
  'triage.thanks': { may: 'innovationTeam' },
  'audit.answer': { may: 'anyone', privately: true },
  'audit.change': { may: 'innovationTeam' },
  'spread.start': { may: 'anyone' },
  'spread.report': { may: 'anyone', privately: true },
  'spread.edit': { may: 'anyone' },
  'spread.end': { may: 'anyone' },
  'spread.filter': { may: 'innovationTeam' },
  'challenge.open': { may: 'innovationTeam' },
  'challenge.edit': { may: 'innovationTeam' },
  'challenge.end': { may: 'innovationTeam' },
} as const satisfies Record<string, PressRow>;

export const actions = {
  'help.show': { may: 'anyone' },
  'about.show': { may: 'anyone' },
  'ideas.mine': { may: 'anyone', privately: true },
  'ideas.open': { may: 'anyone', privately: true },
  'ideas.all': { may: 'anyone' },
  'ideas.view': { may: 'anyone' },
  'ideas.support': { may: 'anyone' },
  'ideas.supportUnnamed': { may: 'anyone' },
  'ideas.takeSupportBack': { may: 'anyone' },
  'ideas.follow': { may: 'anyone' },
  'ideas.stopFollowing': { may: 'anyone' },
  'ideas.comments': { may: 'anyone' },
  'ideas.removeComment': { may: 'anyone' },
  'reading.latest': { may: 'anyone' },
  'reading.article': { may: 'anyone' },
  'reading.useful': { may: 'anyone' },
  'reading.notUseful': { may: 'anyone' },
  'reading.comments': { may: 'anyone' },
  'reading.removeComment': { may: 'anyone' },
  'reading.alike': { may: 'anyone' },
  'reading.follow': { may: 'anyone', privately: true },
  'reading.stopFollowing': { may: 'anyone', privately: true },
  'reading.cases': { may: 'anyone' },
  'reading.case': { may: 'anyone' },
  'cases.own': { may: 'innovationTeam' },
  'cases.takeBack': { may: 'innovationTeam' },
  'cases.putBack': { may: 'innovationTeam' },
  'write.takeBack': { may: 'innovationTeam' },
  'proposals.list': { may: 'innovationTeam' },
  'proposals.open': { may: 'innovationTeam' },
  'proposals.publish': { may: 'innovationTeam' },
  'curate.list': { may: 'innovationTeam' },
  'curate.open': { may: 'innovationTeam' },
  'curate.hide': { may: 'innovationTeam' },
  'curate.show': { may: 'innovationTeam' },
  'curate.feature': { may: 'innovationTeam' },
  'curate.unfeature': { may: 'innovationTeam' },
  'sources.list': { may: 'innovationTeam' },
  'sources.open': { may: 'innovationTeam' },
  'sources.trial': { may: 'innovationTeam' },
  'sources.add': { may: 'innovationTeam' },
  'sources.read': { may: 'innovationTeam' },
  'sources.pause': { may: 'innovationTeam' },
  'sources.resume': { may: 'innovationTeam' },
  'sources.remove': { may: 'innovationTeam' },
  'kinds.show': { may: 'anyone' },
  'projects.list': { may: 'anyone' },
  'projects.open': { may: 'anyone' },
  'challenges.list': { may: 'anyone' },
  'challenges.view': { may: 'anyone' },
  'spread.idea': { may: 'anyone' },
  'spread.case': { may: 'anyone' },
  'spread.open': { may: 'anyone' },
  'spread.follow': { may: 'anyone' },
  'spread.stopFollowing': { may: 'anyone' },
  'spread.mine': { may: 'anyone', privately: true },
  'spread.putOff': { may: 'anyone', privately: true },
  'spread.refuse': { may: 'anyone' },
  'triage.show': { may: 'innovationTeam' },
  'triage.take': { may: 'innovationTeam' },
  'triage.comments': { may: 'innovationTeam' },
  'triage.removeComment': { may: 'innovationTeam' },
  'triage.takeOver': { may: 'innovationTeam' },
  'triage.back': { may: 'innovationTeam' },
  'triage.publish': { may: 'innovationTeam' },
  'triage.queue': { may: 'innovationTeam' },
  'import.start': { may: 'innovationTeam', privately: true },
  'triage.export': { may: 'innovationTeam', privately: true },
  'digest.draft': { may: 'innovationTeam' },
  'digest.approve': { may: 'innovationTeam' },
  'feedback.read': { may: 'innovationTeam' },
  'thanks.agree': { may: 'anyone', privately: true },
  'thanks.takeBack': { may: 'anyone', privately: true },
  'audit.owned': { may: 'anyone', privately: true },
  'audit.list': { may: 'innovationTeam' },
  'audit.control': { may: 'innovationTeam' },
  'audit.ask': { may: 'innovationTeam' },
  'digests.reports': { may: 'innovationTeam' },
  'digests.report': { may: 'innovationTeam' },
  'digests.sendAgain': { may: 'innovationTeam' },
  'digests.drop': { may: 'innovationTeam' },
  'challenges.tell': { may: 'innovationTeam' },
  'spread.register': { may: 'innovationTeam' },
  'spread.export': { may: 'innovationTeam', privately: true },
} as const satisfies Record<string, PressRow>;

/** Files that people may be offered. */
export const files = {
  'export.csv': { may: 'innovationTeam' },
  'export.json': { may: 'innovationTeam' },
  'spread.csv': { may: 'innovationTeam' },
  'spread.json': { may: 'innovationTeam' },
} as const satisfies Record<string, PressRow>;

/** What can be done with a message of a conversation. The names are command ids in the app's manifest. */
export const messageActions = {
  shareAsIdea: { may: 'anyone' },
} as const satisfies Record<string, { readonly may: Role }>;

/** What can be sought from where a person writes a message. The names are command ids in the app's manifest. */
export const searches = {
  find: { may: 'anyone' },
} as const satisfies Record<string, { readonly may: Role }>;

/** The row of a dialog or an action. */
export const rowOf = (table: Readonly<Record<string, PressRow>>, name: string): PressRow => {
  const row = table[name];
  if (!row) throw new Error(`The table of verbs has no row ${name}`);
  return row;
};

export type CommandName = keyof typeof commands;
export type DialogName = keyof typeof dialogs;
export type ActionName = keyof typeof actions;
export type FileName = keyof typeof files;
export type MessageActionName = keyof typeof messageActions;
export type SearchName = keyof typeof searches;
