import type { DeploymentId, EndpointId } from "@socle/contracts";
import type { EndpointView, PickRequest } from "../endpoint-picker/fleet-view.js";
import { chooseFor, heldKey, openEndpoints } from "../endpoint-picker/hold-rule/hold-rule.js";
import type { Held } from "../endpoint-picker/hold-rule/hold-rule.js";
import { pickEndpoint } from "../endpoint-picker/pick-endpoint.js";
import type { PickProfile } from "../endpoint-picker/picker.port.js";
import type { Fleet } from "../fleet/fleet.js";
import type { Clock } from "../kernel/clock.js";
import type { Askable, Placed } from "./placed.js";

export interface ChoiceParts {
  readonly fleet: Pick<Fleet, "view">;
  readonly profile: PickProfile;
  readonly clock: Pick<Clock, "monotonic">;
}

const inOnePool = (a: EndpointView, b: EndpointView): boolean => a.poolId === b.poolId;

/** Where one request goes, of endpoints as they are now. */
export class EndpointChoice {
  private readonly since: number;

  /** `order`: deployments of the pools that a rule prefers, before those of the others; `null` when it may be any. */
  constructor(
    private readonly parts: ChoiceParts,
    private readonly prompt: Askable,
    private readonly order: readonly (readonly DeploymentId[])[] | null,
  ) {
    this.since = parts.clock.monotonic();
  }

  /** Endpoints that would take some request now. */
  open(deployments: readonly DeploymentId[]): readonly EndpointView[] {
    return openEndpoints(this.parts.profile, this.parts.fleet.view(deployments));
  }

  /** Where a request that waits for some deployments goes, of the `allowed` ones, as the hold rule says; `null`: it waits on. */
  held(deployments: readonly DeploymentId[], allowed: readonly DeploymentId[]): Placed | null {
    const { profile, fleet } = this.parts;
    const views = fleet.view(allowed);
    const open = openEndpoints(profile, views);
    if (open.length === 0) return null;
    const request = this.asked(deployments, [], false);
    const [among = open] = this.inOrder(open);
    const rivals = among === open ? views : views.filter((view) => among.some((each) => inOnePool(each, view)));
    const choice = chooseFor(profile, rivals, among, this.wait(request));
    return choice === null ? null : { endpoint: choice.endpoint, scores: choice.scores, request };
  }

  /** An endpoint that has room now, or may serve it again after it failed on the `excluded` ones. */
  elsewhere(deployments: readonly DeploymentId[], excluded: readonly EndpointId[]): Placed | null {
    const request = this.asked(deployments, excluded, true);
    for (const views of this.inOrder(this.parts.fleet.view(deployments))) {
      const result = pickEndpoint(this.parts.profile, views, request);
      if (result.ok) return { endpoint: result.endpoint, scores: result.scores, request };
    }
    return null;
  }

  /** Order among requests of one application and class that could go now, least first. */
  urgency({ endpoint, request, scores }: Placed): number {
    return heldKey({ ok: true, endpoint, scores }, this.wait(request).waitedSeconds);
  }

  private asked(
    [deploymentId = ""]: readonly DeploymentId[],
    excluded: readonly EndpointId[],
    again: boolean,
  ): PickRequest {
    return this.prompt.asked(deploymentId, excluded, again);
  }

  private wait(request: PickRequest): Held {
    return { request, waitedSeconds: (this.parts.clock.monotonic() - this.since) / 1000 };
  }

  /** The endpoints pool by pool, preferred ones first and none empty; all of them at once where no rule prefers any. */
  private inOrder(endpoints: readonly EndpointView[]): readonly (readonly EndpointView[])[] {
    const { order } = this;
    if (order === null) return [endpoints];
    return order
      .map((ids) => endpoints.filter(({ deploymentId }) => ids.includes(deploymentId)))
      .filter((group) => group.length > 0);
  }
}
