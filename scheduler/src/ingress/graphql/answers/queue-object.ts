import type { UseCaseId } from "@socle/contracts";
import type { GraphqlPorts } from "../ports.js";
import type { Typed } from "./answer-objects.js";

/** A line can hold thousands; nobody reads more of it than its beginning. */
const MAX_REQUESTS = 100;

/** The lines of a use case as the schema shows them. */
export const queueObject = ({ waiting, clock }: Pick<GraphqlPorts, "waiting" | "clock">, id: UseCaseId): Typed => ({
  __typename: "Queue",
  at: new Date(clock.wall()).toISOString(),
  waiting: waiting.countOf(id),
  lines: waiting.linesOf(id).map(({ deploymentId, poolId, length, requests }) => ({
    deploymentId,
    poolId,
    length,
    waiting: requests.length,
    requests: requests.slice(0, MAX_REQUESTS).map((request) => ({ ...request, application: request.application.slug })),
  })),
});
