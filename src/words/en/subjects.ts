export const subjectWords = {
  'subjects.theme.systems-audit': 'Systems audit',
  'subjects.theme.systems-audit.meaning':
    'Look at the rules and systems we work under, and adjust those that leave no room for new ways of working.',
  'subjects.theme.strategic-leadership': 'Strategic leadership',
  'subjects.theme.strategic-leadership.meaning':
    'Leaders make space for ideas, and reward people who develop them and people who adopt them.',
  'subjects.theme.education': 'Education',
  'subjects.theme.education.meaning':
    'Make innovation practical, and help good ideas to spread, to be adapted and to be adopted elsewhere.',
  'subjects.theme.right-environment': 'Creating the right environment',
  'subjects.theme.right-environment.meaning':
    'Build what others can build on, stay open to ideas from inside and outside, and connect people.',
  'subjects.theme.engagement': 'Engagement',
  'subjects.theme.engagement.meaning':
    'Design services together with frontline staff and the people who use them.',
  'subjects.topic.early-years': 'Early years',
  'subjects.topic.children-families': 'Children and families',
  'subjects.topic.older-people': 'Older people',
  'subjects.topic.health-care': 'Health and care',
  'subjects.topic.drugs-alcohol': 'Drugs and alcohol',
  'subjects.topic.offending': 'Offending',
  'subjects.topic.benefits-access': 'Access to benefits',
  'subjects.topic.worklessness': 'Work and worklessness',
  'subjects.topic.assets-estate': 'Buildings and assets',
  'subjects.topic.customer-access': 'Customer access',
  'subjects.topic.regeneration': 'Regeneration',
  'subjects.topic.mental-health-disability': 'Mental health and disability',
  'subjects.topic.bureaucracy': 'Bureaucracy',
} as const;
