/** The links of digests that are counted, and what became of each digest. */
export const digestReportWords = {
  'digests.link.title': 'iNews',
  'digests.link.unknown':
    'This address is not complete, so we do not know where it leads. Open the link in the digest again, or say “latest” to iNews in Teams.',
  'digests.link.gone':
    'The editors of iNews have taken this article back since the digest was sent. Say “latest” to iNews in Teams for others.',
  'digests.link.moved': 'You are on your way to the article.',
} as const;
