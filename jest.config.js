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
  testTimeout: 30_000,
};

// The end-to-end tests run twice: on SQLite, and on Cosmos DB over the wire.
export default {
  projects: [
    { ...shared, displayName: 'sqlite', testMatch: ['<rootDir>/tests/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'cosmos',
      testMatch: ['<rootDir>/tests/e2e/*.test.ts'],
      setupFiles: ['<rootDir>/tests/e2e/on-cosmos.ts'],
    },
  ],
};
