import { FileUnreadable } from '../../bot/file.ts';
import { isFileAddress } from './file-address.ts';

const withinMs = 60_000;
const mostRedirects = 3;

/** The bytes behind an address of Teams' file store. Throws FileUnreadable. */
export async function fetchFile(
  address: string,
  mostBytes: number,
  development: boolean,
): Promise<Uint8Array> {
  try {
    const response = await follow(address, development);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > mostBytes) throw new FileUnreadable(`The file has more than ${mostBytes} bytes`, true);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof FileUnreadable) throw error;
    throw new FileUnreadable('The file could not be fetched', false, { cause: error });
  }
}

/** Redirects are followed by hand, so that each address is checked. */
async function follow(first: string, development: boolean): Promise<Response> {
  let address = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (!isFileAddress(address, development))
      throw new FileUnreadable('The file lies where no file of Teams lies', false);
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const onward = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || !onward)
      throw new FileUnreadable(`The file's store answered ${response.status}`, false);
    address = new URL(onward, address).href;
  }
  throw new FileUnreadable('The file is redirected too often', false);
}
