/** The app package cannot be made. The message names every fault, one a line. */
export class UnusablePackage extends Error {
  override readonly name = 'UnusablePackage';
  constructor(what: string, faults: readonly string[]) {
    super(`${what}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}
