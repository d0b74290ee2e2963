/** What every record kept beside use cases has. */
export interface Stored {
  readonly id: string;
  /** Whose record it is, for row-level security. */
  readonly organisationId: string;
  /** 1 when it comes into being, one more at each change. */
  readonly version: number;
}

/** A record that hangs from a use case, and belongs to the same organisation. */
export interface OfUseCase extends Stored {
  readonly useCaseId: string;
}
