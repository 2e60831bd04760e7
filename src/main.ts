import { enableCompileCache } from 'node:module';

// Before anything else is loaded: the second start takes the compiled code of the first.
enableCompileCache();

const { run } = await import('./run.ts');
await run();
