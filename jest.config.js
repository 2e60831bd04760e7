const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2024',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

// The end-to-end tests run twice: on SQLite, and on Cosmos DB over the wire.
export default {
  // Not a measure of speed: on a busy machine everything takes its time.
  testTimeout: 300_000,
  // Modules of a suite are never given back: a worker that has grown large is started anew.
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...shared, displayName: 'sqlite', testMatch: ['<rootDir>/tests/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'cosmos',
      testMatch: ['<rootDir>/tests/e2e/*.test.ts'],
      // Processes of their own over files of SQLite: the other project runs them.
      testPathIgnorePatterns: ['/node_modules/', '/tests/e2e/process.test.ts$'],
      setupFiles: ['<rootDir>/tests/e2e/on-cosmos.ts'],
    },
  ],
};
