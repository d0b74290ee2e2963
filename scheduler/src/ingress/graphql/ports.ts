import type { DecisionV1, UsageV1 } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import type { Caller } from "../../kernel/snapshot/compiled-snapshot.js";
import type { ListModels } from "../../kernel/inference.port.js";
import type { Submit } from "../../request/submit.port.js";
import type { WaitingReads } from "../../placement/waiting-requests.js";

type CallerResult =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly refusal: InferenceRefusal };

interface RecentDecision {
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | null;
}

/** The parts of the scheduler that the GraphQL ingress stands on; chat takes the same entry as REST. */
export interface GraphqlPorts {
  readonly submit: Submit;
  readonly listModels: ListModels;
  /** Who holds the key, or why it is refused. */
  readonly identify: (authorization: string | null) => CallerResult;
  /** A decision that this scheduler still remembers. */
  readonly findDecision: (id: string) => RecentDecision | null;
  /** Who waits in line now. */
  readonly waiting: WaitingReads;
  readonly clock: Clock;
}
