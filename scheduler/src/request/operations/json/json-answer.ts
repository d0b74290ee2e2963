import type { Amounts } from "@socle/contracts";
import { readEngineUsage } from "../../../cost/engine-usage.js";
import type { OperationUse } from "../../../cost/engine-usage.js";
import { annotateUsage } from "../../../metering/usage-annotation.js";

/** What a whole JSON answer says in its `usage`; `null` when it says nothing that can be read. */
export const usageIn = (answer: Buffer): OperationUse | null => {
  try {
    const { usage } = (JSON.parse(answer.toString()) ?? {}) as { readonly usage?: unknown };
    return readEngineUsage(usage);
  } catch {
    return null;
  }
};

/** A whole JSON answer with what it cost in its `usage`. */
export const withCost = (answer: Buffer, cost: Amounts): Buffer =>
  Buffer.from(annotateUsage(answer.toString("latin1"), cost), "latin1");
