/** How a digest is put right that was posted. */
export const digestCorrectWords = {
  'dialog.digest.correct.title': 'Put a digest right',

  'digests.correct.what':
    'Every message of it in Teams is changed where it stands, and what is still to be sent comes as you put it right. Its readers see that it was corrected.',
  'digests.correct.mailed': 'E-mails that have gone cannot be changed.',
  'digests.correct.opening': 'Opening words (may stay empty)',
  'digests.correct.drop': 'Take out',
  'digests.correct.swapHeading': 'Another article in the place of one',
  'digests.correct.swapOut': 'This goes',
  'digests.correct.swapIn': 'This comes',
  'digests.correct.rewordHeading': 'Other words for an article, in this digest alone',
  'digests.correct.reword': 'Article',
  'digests.correct.title': 'Title (empty: as it is)',
  'digests.correct.teaser': 'Text below it (empty: as it is)',
  'digests.correct.note': 'What was wrong, for its readers (may stay empty)',
  'digests.correct.none': 'None',
  'digests.correct.save': 'Put it right',
  'digests.correct.cancel': 'Cancel',
  'digests.correct.problem.swap': 'Choose both: the article that goes and the one that comes.',
  'digests.correct.problem.reword': 'Choose the article and type what it is to say.',
  'digests.correct.problem.both': 'The same thing cannot be taken out, replaced or reworded at once.',
  'digests.correct.problem.gone': 'This article is not there any more. Choose another.',
  'digests.correct.standing': 'It says so already. Change something, or cancel.',
  'digests.correct.meanwhile':
    '{name} put it right meanwhile, so nothing of yours was done. What you typed is kept: look whether it is still needed.',
  'digests.correct.tooOld':
    'This digest is older than 90 days: it is not known any more where its messages stand.',
  'digests.correct.done': 'It is put right. The messages in Teams are being changed where they stand.',

  'digests.edition.putRight': 'the innovation team put something right.',
  'digests.edition.allGone': 'Nothing of this digest is left.',

  'digests.report.correct': 'Put it right',
  'digests.report.putRight':
    'Put right by {name} on {at}: {all, plural, =0 {no message in Teams had to be changed.} one {{n, plural, =0 {the message in Teams is being changed.} other {the message in Teams is changed.}}} other {changed in {n, number} of # messages in Teams.}}',
} as const;
