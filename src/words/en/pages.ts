export const pageWords = {
  'command.add.phrases': 'add',
  'command.add.line': 'Make an article of a page: add and its address',
  'pages.add.how': 'Say “add” and the address of a page, such as: add https://example.gov.uk/news',
  'pages.add.noTitle':
    'This page does not say its title, so no article was made of it. You could write one: say “write”.',
  'pages.add.same': '“{title}” is here already, from another source. Say “latest” to see it.',
  'pages.add.failed': 'No article was made of it. {what}',
} as const;
