export const digestDraftWords = {
  'dialog.digest.showDraft.title': 'The digest as it would come',
  'dialog.digest.changeDraft.title': 'Change the digest',

  'digests.draft.title': 'Digest to look at',
  'digests.draft.due': '{places, plural, one {For one place} other {For # places}}, on {due}.',
  'digests.draft.summary': 'Digest of {due}: {standing}',
  'digests.draft.standing.open.go': 'Nobody has approved it yet. It goes at its time, approved or not.',
  'digests.draft.standing.open.wait': 'Nobody has approved it yet. It does not go before somebody has.',
  'digests.draft.standing.waits':
    'It was due and waits: it goes as soon as somebody approves it, until the next one is due.',
  'digests.draft.standing.approved': 'Approved by {name}. A change takes the approval back.',
  'digests.draft.standing.sent': 'Sent as {name} approved it.',
  'digests.draft.standing.sentUnapproved': 'Sent: nobody had approved it by its time.',
  'digests.draft.standing.lapsed.next': 'Not sent: nobody had approved it when the next one was due.',
  'digests.draft.standing.lapsed.notNeeded': 'Not needed any more: no place gets it.',
  'digests.draft.changedBy': 'Last changed by {name}, so somebody else approves it.',
  'digests.draft.withdrawn':
    '{articles, plural, one {An article that was hidden meanwhile was left out.} other {# articles that were hidden meanwhile were left out.}}',
  'digests.draft.opening': 'Opening words',
  'digests.draft.approve': 'Approve',
  'digests.draft.change': 'Change',
  'digests.draft.show': 'Preview',
  'digests.draft.look': 'Preview. It is due on {due}.',

  'digests.draft.own': 'You changed it last, so somebody else of the innovation team must approve it.',
  'digests.draft.meanwhile.changed':
    '{name} changed it meanwhile, so nothing was done. This is how it stands now: please look again.',
  'digests.draft.meanwhile.approved':
    '{name} approved it meanwhile, so nothing was done. Do it again if you still want to: it must be approved anew then.',
  'digests.draft.over': 'It is settled already, so nothing was done.',
  'digests.draft.gone': 'This digest is not kept any more.',
  'digests.draft.off': 'Digests are not looked at before they go any more, so nothing was done.',
  'digests.draft.changed': 'Changed. Somebody else of the innovation team must approve it now.',
  'digests.draft.noSpare': 'There is nothing else that could take its place. You can drop it.',
  'digests.draft.empty': 'Nothing would be left. Keep at least one thing.',

  'digests.draft.form.due': 'Due on',
  'digests.draft.form.takesBack': 'It is approved. A change takes the approval back.',
  'digests.draft.form.opening': 'Opening words (may stay empty)',
  'digests.draft.form.swap': 'Swap for the next best',
  'digests.draft.form.drop': 'Drop',
  'digests.draft.form.save': 'Save',
  'digests.draft.form.cancel': 'Cancel',
  'digests.draft.problem.opening': 'Use at most {most} characters.',
  'digests.draft.problem.both': 'The same thing cannot be both swapped and dropped.',

  'digests.draft.reminder.heading': 'A digest is still not approved',
  'digests.draft.reminder.show': 'Show it',

  'digests.draft.preview.open': 'The innovation team looks at it before it comes and may change it.',
  'digests.draft.preview.approved': 'The innovation team has approved it.',

  'digests.now.waits.due':
    'The innovation team looks at each digest before it comes here. It has this one in its channel: it comes here as soon as it is approved.',
  'digests.now.waits.coming':
    'The innovation team looks at each digest before it comes here. It has the next one in its channel: it comes here on {due}, once it is approved.',
  'digests.now.waits.unseen':
    'The innovation team looks at each digest before it comes here. It is shown this one when it is next at work: it comes here as soon as it is approved.',
  'digests.now.who':
    '{changed, select, yes {Anybody of the innovation team may approve it but who changed it last.} other {Anybody of the innovation team may approve it.}} Say “digest preview” to see it.',
} as const;
