import type { EndpointId, NodeId } from "@socle/contracts";
import type { EndpointWork } from "../fleet-view.js";

/** A request's place among those of its application that wait for one endpoint. */
export interface Claim {
  readonly leafId: NodeId;
  readonly endpointId: EndpointId;
  readonly work: EndpointWork;
  /** All that had ever been claimed there when it came. */
  readonly before: EndpointWork;
}

interface Line {
  claims: number;
  claimed: EndpointWork;
  released: EndpointWork;
}

const NOTHING: EndpointWork = { promptTokens: 0, memoryTokens: 0 };

const plus = (a: EndpointWork, b: EndpointWork): EndpointWork => ({
  promptTokens: a.promptTokens + b.promptTokens,
  memoryTokens: a.memoryTokens + b.memoryTokens,
});

const beyond = (a: EndpointWork, b: EndpointWork): EndpointWork => ({
  promptTokens: Math.max(0, a.promptTokens - b.promptTokens),
  memoryTokens: Math.max(0, a.memoryTokens - b.memoryTokens),
});

/**
 * What requests in line will bring to the endpoint that each waits for, by application: whose turn it is between
 * applications is not theirs to foresee. Two sums an endpoint: who came first is taken to leave first, so that what is
 * left of all that came before is ahead. Constant time; forgotten with the last claim.
 */
export class Awaited {
  private readonly byLeaf = new Map<NodeId, Map<EndpointId, Line>>();

  /** A request waits for an endpoint from now on, to which it would bring `work`. */
  claim(leafId: NodeId, endpointId: EndpointId, work: EndpointWork): Claim {
    const lines = this.byLeaf.get(leafId) ?? new Map<EndpointId, Line>();
    const line = lines.get(endpointId) ?? { claims: 0, claimed: NOTHING, released: NOTHING };
    this.byLeaf.set(leafId, lines.set(endpointId, line));
    const before = line.claimed;
    line.claims += 1;
    line.claimed = plus(before, work);
    return { leafId, endpointId, work, before };
  }

  /** It waits there no more; to call once. */
  release({ leafId, endpointId, work }: Claim): void {
    const lines = this.byLeaf.get(leafId);
    const line = lines?.get(endpointId);
    if (lines === undefined || line === undefined) return;
    line.claims -= 1;
    line.released = plus(line.released, work);
    if (line.claims === 0) lines.delete(endpointId);
    if (lines.size === 0) this.byLeaf.delete(leafId);
  }

  /** Work of its application that goes to an endpoint before the request that has `claim`, or before a newcomer. */
  aheadOf(leafId: NodeId, claim: Claim | null, endpointId: EndpointId): EndpointWork {
    const line = this.byLeaf.get(leafId)?.get(endpointId);
    if (line === undefined) return NOTHING;
    return beyond(claim?.endpointId === endpointId ? claim.before : line.claimed, line.released);
  }
}
