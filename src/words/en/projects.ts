export const projectWords = {
  'dialog.project.update.title': 'How is your project going?',

  'command.projects.phrases': 'projects | projects under way',
  'command.projects.line': 'See projects across the council, by service and topic',

  'ideas.state.published': 'Published',
  'ideas.state.ended': 'Ended',
  'triage.state.published': 'Published',
  'triage.state.ended': 'Ended',

  'projects.stage.practice': 'Idea in practice',
  'projects.stage.pilot': 'Pilot',
  'projects.stage.live': 'Live',
  'projects.stage.ended': 'Ended',

  'ideas.form.project': 'More about a project',
  'ideas.form.stage.label': 'For a project: how far is it?',
  'ideas.form.milestone.label': 'For a project: the next milestone',
  'ideas.form.milestoneOn.label': 'For a project: the milestone’s date',
  'ideas.form.endsOn.label': 'For a project: when it ends',
  'projects.plan.milestoneMissing': 'Please say what the milestone is.',
  'projects.plan.dateMissing': 'Please give the date of the milestone.',
  'projects.plan.dateWrong': 'Please give a date, such as 1 December 2026.',
  'projects.plan.datePast': 'Please choose a date after today.',

  'projects.milestone': 'Next milestone, {date}: {milestone}',
  'projects.ends': 'Ends on {date}',
  'projects.stage': 'Stage: {stage}',

  'ideas.receipt.nextProject':
    'The innovation team looks at it by {acknowledge}, and by {decide} it publishes your project or asks you something. Projects are not judged as ideas are. You hear of each step in your chat with iNews.',
  'ideas.receipt.nextProjectAnonymous':
    'The innovation team looks at it by {acknowledge}, and by {decide} it publishes the project or asks something. Your name is not stored, so nobody can write to you: what they say waits with the project.',

  'ideas.step.published': '{name} has published it for the whole council.',
  'ideas.step.updateAsked': 'You were asked how it goes.',
  'ideas.step.updated': 'You wrote ({stage}):',
  'ideas.news.published': 'Your project is published',
  'ideas.story.update': 'Send an update',

  'triage.card.publish': 'Publish',
  'triage.card.publishBy': 'Publish or ask by {date}',
  'triage.card.update': 'Update, {date} ({stage})',
  'triage.publish.own': 'This is your own project, so somebody else publishes it. Nothing has been changed.',

  'projects.list.heading': 'Projects across the council',
  'projects.list.found': 'Projects about {text}',
  'projects.list.none':
    'No project is published yet. You can share yours: choose “a project already under way”.',
  'projects.list.notFound': 'I found no project about {text}.',
  'projects.list.meta': '{service} · {stage}{n, plural, =0 {} other { · {topics}}}',
  'projects.list.serviceNone': 'No service named',
  'projects.list.open': 'Open',
  'projects.list.next': 'Next',
  'projects.list.previous': 'Previous',
  'projects.list.all': 'All projects',
  'projects.list.share': 'Share a project',
  'projects.list.summary': '{count, plural, =0 {No project} one {# project} other {# projects}}',

  'projects.page.lead': 'Lead: {name}',
  'projects.page.leadUnnamed': 'Ask the innovation team who leads it.',
  'projects.page.updates': 'How it goes',
  'projects.page.noUpdates': 'No update yet.',
  'projects.page.update': '{date} · {stage}',
  'projects.page.gone': 'This project is not published any more. Say “projects” to see those that are.',
  'projects.page.back': 'Back to the projects',

  'projects.ask.heading': 'How is your project going?',
  'projects.ask.milestone': 'You planned for {date}: {milestone}.',
  'projects.ask.ends': 'You planned that it ends on {date}.',
  'projects.ask.text': 'A sentence or two are enough. Everybody who opens the project can read them.',
  'projects.ask.update': 'Send an update',
  'projects.ask.summary': 'How is your project going? {title}',

  'projects.update.heading': 'How is your project going?',
  'projects.update.stage.label': 'How far is it?',
  'projects.update.happened.label': 'What has happened?',
  'projects.update.happened.placeholder': 'What worked, what did not, what others can learn',
  'projects.update.happened.missing': 'Please say in a sentence what has happened.',
  'projects.update.milestone.label': 'Next milestone',
  'projects.update.milestoneOn.label': 'The milestone’s date',
  'projects.update.endsOn.label': 'When it ends',
  'projects.update.send': 'Send update',
  'projects.update.cancel': 'Cancel',
  'projects.update.notLead':
    'Only the lead of a published project can send an update. Nothing has been changed.',
} as const;
