/** The same two entries in every format that feeds come in. */
export const sampleFeeds = {
  rss: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>Sample source</title>
    <link>https://news.example/</link>
    <item>
      <title>Sample entry: a nursery &amp; its garden</title>
      <link>https://news.example/nursery?utm_source=rss</link>
      <guid isPermaLink="false">sample-1</guid>
      <dc:creator>Sample author</dc:creator>
      <pubDate>Mon, 23 Nov 2026 08:30:00 GMT</pubDate>
      <description><![CDATA[<p>Sample <b>text</b> of the first entry.</p>]]></description>
    </item>
    <item>
      <title>Sample entry: the second</title>
      <link>https://news.example/second</link>
      <guid isPermaLink="false">sample-2</guid>
      <pubDate>Sun, 22 Nov 2026 08:30:00 GMT</pubDate>
      <content:encoded><![CDATA[<p>Sample text of the second entry.</p>]]></content:encoded>
    </item>
  </channel>
</rss>`,
  atom: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Sample source</title>
  <link rel="self" href="https://news.example/feed"/>
  <link href="https://news.example/"/>
  <id>tag:news.example,2026:feed</id>
  <updated>2026-11-23T08:30:00Z</updated>
  <entry>
    <title type="html">Sample entry: a nursery &amp;amp; its garden</title>
    <link rel="replies" href="https://news.example/nursery/comments"/>
    <link rel="alternate" href="https://news.example/nursery?utm_source=rss"/>
    <id>sample-1</id>
    <author><name>Sample author</name></author>
    <published>2026-11-23T08:30:00Z</published>
    <updated>2026-11-23T09:00:00Z</updated>
    <summary type="html">&lt;p&gt;Sample &lt;b&gt;text&lt;/b&gt; of the first entry.&lt;/p&gt;</summary>
  </entry>
  <entry>
    <title>Sample entry: the second</title>
    <link href="https://news.example/second"/>
    <id>sample-2</id>
    <updated>2026-11-22T08:30:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sample text of the second entry.</p></div></content>
  </entry>
</feed>`,
  rdf: `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://news.example/"><title>Sample source</title><link>https://news.example/</link></channel>
  <item rdf:about="https://news.example/nursery">
    <title>Sample entry: a nursery &amp; its garden</title>
    <link>https://news.example/nursery?utm_source=rss</link>
    <dc:creator>Sample author</dc:creator>
    <dc:date>2026-11-23T08:30:00+00:00</dc:date>
    <description>&lt;p&gt;Sample &lt;b&gt;text&lt;/b&gt; of the first entry.&lt;/p&gt;</description>
  </item>
  <item rdf:about="https://news.example/second">
    <title>Sample entry: the second</title>
    <link>https://news.example/second</link>
    <dc:date>2026-11-22T08:30:00+00:00</dc:date>
    <description>Sample text of the second entry.</description>
  </item>
</rdf:RDF>`,
  json: JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Sample source',
    home_page_url: 'https://news.example/',
    items: [
      {
        id: 'sample-1',
        url: 'https://news.example/nursery?utm_source=rss',
        title: 'Sample entry: a nursery & its garden',
        content_html: '<p>Sample <b>text</b> of the first entry.</p>',
        date_published: '2026-11-23T08:30:00Z',
        authors: [{ name: 'Sample author' }],
      },
      {
        id: 'sample-2',
        external_url: 'https://news.example/second',
        title: 'Sample entry: the second',
        content_text: 'Sample text of the second entry.',
        date_published: '2026-11-22T08:30:00Z',
      },
    ],
  }),
} as const;

/** An RSS feed of items given as XML. */
export const rssOf = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Sample source</title><link>https://news.example/</link>${items
    .map((item) => `<item>${item}</item>`)
    .join('')}</channel></rss>`;
