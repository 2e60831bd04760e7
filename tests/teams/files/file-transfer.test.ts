import { expect, test } from '@jest/globals';
import { FileUnreadable } from '../../../src/bot/file.ts';
import { fetchFile } from '../../../src/teams/files/fetch-file.ts';
import { isFileAddress } from '../../../src/teams/files/file-address.ts';
import { FileRefused, uploadFile } from '../../../src/teams/files/upload-file.ts';
import { FileStore } from '../simulator/file-store.ts';

async function aStore() {
  const store = new FileStore();
  await store.listen();
  return { store, [Symbol.asyncDispose]: () => store.stop() };
}

test('files are fetched and put by addresses of the file store', async () => {
  await using its = await aStore();
  const { store } = its;
  const bytes = await fetchFile(store.keep('Sample text'), 100, true);
  expect(Buffer.from(bytes).toString()).toBe('Sample text');
  const upload = store.open();
  await uploadFile(upload.uploadUrl, Buffer.from('Sample text'), true);
  expect(store.contentOf(upload.contentUrl)).toBe('Sample text');
});

test('a file that is too large is left, and one that is not there is told', async () => {
  await using its = await aStore();
  await expect(fetchFile(its.store.keep('Sample text'), 5, true)).rejects.toMatchObject({ tooLarge: true });
  const gone = its.store.keep('').replace(/[^/]+$/u, 'gone');
  await expect(fetchFile(gone, 5, true)).rejects.toBeInstanceOf(FileUnreadable);
  await expect(uploadFile(gone, Buffer.from('Sample'), true)).rejects.toBeInstanceOf(FileRefused);
});

test.each([
  ['https://council-my.sharepoint.com/personal/sample/upload?guid=1', true],
  ['https://council.sharepoint.us/sample', true],
  ['http://council-my.sharepoint.com/sample', false],
  ['https://council-my.sharepoint.com:8443/sample', false],
  ['https://user:secret@council-my.sharepoint.com/sample', false],
  ['https://sharepoint.com.example.org/sample', false],
  ['https://evilsharepoint.com/sample', false],
  ['https://169.254.169.254/metadata', false],
  ['http://127.0.0.1:3978/sample', false],
  ['not an address', false],
])('%s may be used: %j', (address, may) => expect(isFileAddress(address, false)).toBe(may));
