import { mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything else is loaded: the second start takes the compiled code of the first. It lies with the data, which
// outlives a container and is the service's own; the folder's default is that of `config.ts`.
const dataDir = process.env.DATA_DIR?.trim() || '.data';
try {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  enableCompileCache(join(dataDir, 'compile-cache'));
} catch {
  // A folder that cannot be written to means a slower start here; whoever needs it for data says so.
}

const { run } = await import('./run.ts');
await run();
flushCompileCache();
