export const readingWords = {
  // Words that people say around what they look for.
  'reading.find.fillers':
    'a about an and articles cases for from in news of on please studies study the to with',

  'reading.open': 'Open',
  'reading.share': 'Share an idea about this',
  'reading.feedback': 'Give feedback',
  'reading.back': 'Back to the list',

  'reading.meta': '{source}, {date}',
  'reading.metaWithAuthor': '{author}, {source}, {date}',
  'reading.subjects.theme': 'Theme: {theme}.',
  'reading.subjects.topics': '{count, plural, one {Topic} other {Topics}}: {topics}.',

  'reading.latest.heading': 'Latest articles',
  'reading.latest.found': 'Articles about “{text}”, the newest first. {meaning}',
  'reading.latest.none':
    'There are no articles yet. They come from the sources that iNews follows. Meanwhile, the case studies show what the Total Place pilots learnt.',
  'reading.latest.notFound':
    'I found no article about “{text}”. Try fewer or other words, or look at all the articles.',
  'reading.latest.noMore': 'There are no further articles here.',
  'reading.latest.older': 'Older',
  'reading.latest.newer': 'Newer',
  'reading.latest.all': 'All articles',
  'reading.latest.cases': 'Case studies',
  'reading.latest.summary':
    '{count, plural, =0 {No articles} one {One article: {title}} other {Latest articles: {title}}}',

  'reading.article.link': 'Read it at the source',
  'reading.article.noTeaser': 'The source gives no summary.',
  'reading.article.noLink': 'The source gives no address where you could read more.',
  'reading.article.gone': 'This article is no longer here. Say “latest” to see what is new.',

  'reading.cases.heading': 'Case studies',
  'reading.cases.intro':
    'What was tried elsewhere and here. The thirteen Total Place pilots of 2009 and 2010 looked at all public spending in one place: who spends what, for whom, and what would help people better for less.',
  'reading.cases.found': 'Case studies about “{text}”. {meaning}',
  'reading.cases.none': 'There are no case studies here yet. Say “latest” to read articles.',
  'reading.cases.notFound':
    'I found no case study about “{text}”. Try a topic such as “early years”, a place such as “Kent”, or look at them all.',
  'reading.cases.place': '{region}. {topics}',
  'reading.cases.next': 'Next',
  'reading.cases.previous': 'Previous',
  'reading.cases.all': 'All case studies',
  'reading.cases.latest': 'Latest articles',
  'reading.cases.summary':
    '{count, plural, =0 {No case studies} one {One case study} other {# case studies}}',

  'reading.case.region': 'Total Place pilot, {region}, 2009 to 2010',
  'reading.case.lookedAt': 'What it looked at',
  'reading.case.figures': 'Figures',
  'reading.case.noFigures': 'We found no figure with a source, so we show none.',
  'reading.case.projection':
    'Figures from the pilots are their own projections or claims of the time, not audited results.',
  'reading.case.source': 'Source: {source}.',
  'reading.case.fairlySure': 'We are only fairly sure of this figure.',
  'reading.case.sources': '{count, plural, one {Source} other {Sources}}: {sources}.',
  'reading.case.gone': 'This case study is no longer here. Say “cases” to see those that are.',
  'reading.case.summary': 'Case study: {place}',
} as const;
