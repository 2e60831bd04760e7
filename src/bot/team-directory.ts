/** What Teams calls a team and its channels. */
export interface TeamNames {
  readonly name: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
}

/** Knows the names of teams in which the bot is installed. */
export interface TeamDirectory {
  /** Undefined when Teams does not tell. */
  namesOf(team: { readonly teamId: string; readonly serviceUrl: string }): Promise<TeamNames | undefined>;
}
