/** A mistake in a seed document: where, as a path of keys and positions, and what. */
export interface SeedIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
