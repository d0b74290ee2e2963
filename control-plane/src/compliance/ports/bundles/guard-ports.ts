import type { DerogationV1 } from "@socle/contracts";
import type { UseCaseSource } from "@socle/policies";
import type { Context } from "../../../kernel/use-case.js";
import type { Assessment } from "../../domain/desk/assessments/assessment.js";
import type { Review } from "../../domain/desk/counsel/review.js";
import type { ActiveRules } from "./active-rules.port.js";

/** What a guard looks at beside the question itself. */
export interface GuardPorts {
  readonly active: ActiveRules;
  /** Derogations that lift a rule now or later. */
  readonly derogations: (ctx: Context) => Promise<readonly DerogationV1[]>;
  /** Opinions of the compliance cell that stand on these use cases, whatever their states. */
  readonly reviews: (ctx: Context, useCaseIds: readonly string[]) => Promise<readonly Review[]>;
  /** Editions of assessments of these use cases. */
  readonly assessments: (ctx: Context, useCaseIds: readonly string[]) => Promise<readonly Assessment[]>;
  /** What rules read of organisations. */
  readonly bodies: (
    ctx: Context,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, UseCaseSource["organisation"]>>;
}
