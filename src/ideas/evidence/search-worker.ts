import { parentPort } from 'node:worker_threads';
import type { SearchReply, SearchRequest, Shelf } from './search-messages.ts';
import { searchWords } from './search-words.ts';
import { type WordIndex, wordIndex } from './word-index.ts';

// The search thread: apart from the thread that answers turns, which never waits for a search.

const shelves = new Map<Shelf, WordIndex>();

function shelfCalled(name: Shelf): WordIndex {
  const shelf = shelves.get(name) ?? wordIndex();
  shelves.set(name, shelf);
  return shelf;
}

parentPort?.on('message', (request: SearchRequest) => {
  const shelf = shelfCalled(request.shelf);
  switch (request.what) {
    case 'add':
      for (const { id, text } of request.texts) shelf.add(id, searchWords(text));
      break;
    case 'remove':
      shelf.remove(request.id);
      break;
    case 'change':
      shelf.remove(request.text.id);
      shelf.add(request.text.id, searchWords(request.text.text));
      break;
    case 'find':
    case 'findAll': {
      const words = searchWords(request.text);
      const found =
        request.what === 'find' ? shelf.find(words, request.most) : shelf.holding(words, request.most);
      const reply: SearchReply = { question: request.question, found };
      parentPort?.postMessage(reply);
    }
  }
});
