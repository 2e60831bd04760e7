// Read by `a-store.ts`: the end-to-end tests of this jest project run on Cosmos DB.
process.env.TEST_STORE = 'cosmos';
