import type { DeploymentId, ServiceClass } from "@socle/contracts";
import type { FairQueues } from "../admission/fair-share/queue/fair-queues.port.js";
import { TIME_TO_LIVE_MS } from "../admission/fair-share/queue/ticket.js";
import type { QueueRefusal } from "../admission/fair-share/queue/ticket.js";
import type { Fleet } from "../fleet/fleet.js";
import type { QueueStanding } from "../kernel/inference.port.js";
import { refusal } from "../kernel/refusal.js";
import type { InferenceRefusal } from "../kernel/refusal.js";
import type { Placed } from "./placed.js";

const WHY: Readonly<Record<QueueRefusal, string>> = {
  queue_full: "No more can be kept waiting here, and what waits for you is furthest beyond your right.",
  share_of_queue_full: "More waits than can be served in time, and what waits for you is furthest beyond your right.",
  unknown_node: "No line takes this application.",
  deadline_passed: "No place became free in time.",
};

/** Why waiting is in vain: every server is gone; `null` while one is there. */
export const serversGone = (
  fleet: Pick<Fleet, "view">,
  deployments: readonly DeploymentId[],
): InferenceRefusal | null => {
  const endpoints = fleet.view(deployments);
  if (endpoints.some(({ healthy }) => healthy)) return null;
  const message = endpoints.length === 0 ? "No model server is registered." : "No model server answers.";
  return refusal("endpoint.unavailable", message, { retryAfterSeconds: 5 });
};

/** What the lines have for who is not let in, or had to leave. */
export const saturated = (
  { queue, fleet }: { readonly queue: Pick<FairQueues<Placed>, "length">; readonly fleet: Pick<Fleet, "view"> },
  deployments: readonly DeploymentId[],
  serviceClass: ServiceClass,
  standing: QueueStanding | null,
  reason: QueueRefusal,
): InferenceRefusal => {
  const details = {
    reason,
    position: standing?.position ?? null,
    deadlineMs: TIME_TO_LIVE_MS[serviceClass],
    deployments: deployments.map((id) => ({
      deploymentId: id,
      waiting: queue.length(id),
      running: fleet.view([id]).reduce((sum, { running }) => sum + running, 0),
    })),
  };
  return refusal("pool.saturated", `Every eligible model server is full. ${WHY[reason]}`, {
    details,
    retryAfterSeconds: 5,
  });
};
