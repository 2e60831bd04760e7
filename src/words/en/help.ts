export const helpWords = {
  'help.heading': 'iNews, the innovation blog, in Teams',
  'help.text':
    'Share an idea and hear what becomes of it. Read what is new across the council and beyond. Learn from places that tried.',
  'help.say': 'You can say',
  'help.sayChannel': 'Mention me and say',
  'help.share': 'Share an idea',
  'help.latest': 'Latest articles',
  'help.mine': 'My ideas',
  'help.cases': 'Case studies',
  'help.about': 'About iNews',
  'help.feedback': 'Give feedback',
  'help.back': 'What I can do',
  'help.summary': 'What iNews can do for you',

  'welcome.heading.personal': 'Hello, I am iNews',
  'welcome.heading.shared': 'Hello, I am iNews',
  'welcome.text.personal':
    'I take your ideas to the innovation team and tell you what became of them, and I bring you articles and case studies worth your time.',
  'welcome.text.shared':
    'I bring this conversation a digest of new articles and case studies, and anybody here can share an idea with the innovation team.',
  'welcome.digest': 'Get a digest here',
  'welcome.summary': 'iNews is here',

  'unknown.heading': 'I did not understand that',
  'unknown.nearest': 'Did you mean one of these? {commands}',
  'unknown.text': 'I am a simple bot and know a few words. These buttons lead on, or say “help”.',
  'unknown.summary': 'I did not understand that. Say “help” to see what I can do.',

  'about.heading': 'About iNews',
  'about.who.title': 'Who we are',
  'about.who.text':
    'iNews began in May 2009 as the innovation blog of Kent County Council, written by its technology transformation team. This bot carries it on, for {council}.',
  'about.how.title': 'How we research',
  'about.how.text':
    'We look for new technologies and ways of working, inside and outside, and ask how the council could apply them. Articles come with their source and date; figures come with who claimed them.',
  'about.what.title': 'What we do',
  'about.what.text':
    'We read and tell, we take ideas, projects and barriers from staff, decide on them in the open and say why, and help what works to spread.',
  'about.project.title': 'The award-winning project',
  'about.project.text':
    'Pic & Mix let people take the council’s open data and mix it into something new. It won Innovate08 in September 2008, ran as a pilot in 2009 and led on to the Open Kent pilot.',
  'about.contact.title': 'How to reach us',
  'about.contact.text': '{contact}',
  'about.contact.none': 'Share an idea or give feedback here: both reach the innovation team.',
  'about.summary': 'About iNews',
} as const;
