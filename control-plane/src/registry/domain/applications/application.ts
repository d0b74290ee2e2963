export const ENVIRONMENTS = ["development", "test", "production"] as const;

/** A program that calls the inference API for one use case. */
export interface Application {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly environment: string;
  readonly useCaseId: string;
  /** The use case's organisation. */
  readonly organisationId: string;
  /** Names of models and aliases it may call; `null` for all. */
  readonly models: readonly string[] | null;
  readonly createdAt: Date;
}
