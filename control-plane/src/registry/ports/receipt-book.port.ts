import type { Context } from "../../kernel/use-case.js";

/** What a key created before. */
export interface Receipt {
  readonly useCase: string;
  /** Of the input, without the key. */
  readonly digest: string;
  readonly subjectId: string;
}

/** Which records were created under which idempotency keys; a key is the actor's own. */
export interface ReceiptBook {
  /**
   * Takes a key for what is about to be created; `null` when it is new. Whoever asks for a key that is being taken waits
   * until that is settled.
   */
  take(ctx: Context, key: string, receipt: Receipt): Promise<Receipt | null>;
}
