import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { EndpointView, PickRequest } from "../endpoint-picker/fleet-view.js";
import type { ScoredEndpoint } from "../endpoint-picker/picker.port.js";

/** An endpoint that was chosen for a request. */
export interface Placed {
  readonly endpoint: EndpointView;
  /** What the choice knew of the request. */
  readonly request: PickRequest;
  readonly scores: readonly ScoredEndpoint[];
}

/** What pickers may know of a request. */
export interface Askable {
  /** As it is now; `again` after it failed somewhere. */
  asked(deploymentId: DeploymentId, excluded: readonly EndpointId[], again: boolean): PickRequest;
}
