import { isFileAddress } from './file-address.ts';

const withinMs = 120_000;

/** Teams' file store did not take the file. The message names the status alone. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Puts a file to the address that Teams gave with a person's consent. Throws FileRefused. */
export async function uploadFile(address: string, bytes: Uint8Array, development: boolean): Promise<void> {
  if (!isFileAddress(address, development))
    throw new FileRefused('The address to upload to is none of Teams’ file store');
  const response = await fetch(address, {
    method: 'PUT',
    redirect: 'error',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(withinMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new FileRefused(`The file store answered ${response.status}`);
}
