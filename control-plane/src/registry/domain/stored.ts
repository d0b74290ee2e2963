import type { Stored } from "../../kernel/stored-record.js";

/** A record that hangs from a use case, and belongs to the same organisation. */
export interface OfUseCase extends Stored {
  readonly useCaseId: string;
}
