import type { DeploymentId, EndpointId, NodeId } from "@socle/contracts";
import type { EndpointView, PickRequest } from "../endpoint-picker/fleet-view.js";
import type { Awaited, Claim } from "../endpoint-picker/hold-rule/awaited.js";
import { chooseFor, heldKey, openEndpoints } from "../endpoint-picker/hold-rule/hold-rule.js";
import { pickEndpoint } from "../endpoint-picker/pick-endpoint.js";
import type { PickProfile } from "../endpoint-picker/picker.port.js";
import { neededTokens, uncachedTokens } from "../endpoint-picker/predict.js";
import type { Fleet } from "../fleet/fleet.js";
import type { Clock } from "../kernel/clock.js";
import type { Askable, Placed } from "./placed.js";

export interface ChoiceParts {
  readonly fleet: Pick<Fleet, "view">;
  readonly profile: PickProfile;
  /** What waits for each endpoint, of all requests of this replica. */
  readonly awaited: Awaited;
  readonly clock: Pick<Clock, "monotonic">;
}

const inOnePool = (a: EndpointView, b: EndpointView): boolean => a.poolId === b.poolId;

/** Where one request goes, of endpoints as they are now. */
export class EndpointChoice {
  private readonly since: number;
  /** Its place at the endpoint that it waits for, and whose that is. */
  private claim: (Claim & Pick<EndpointView, "deploymentId">) | null = null;

  /** `leafId`: its application; `order`: deployments of the pools that a rule prefers, before those of the others; `null` when it may be any. */
  constructor(
    private readonly parts: ChoiceParts,
    private readonly leafId: NodeId,
    private readonly prompt: Askable,
    private readonly order: readonly (readonly DeploymentId[])[] | null,
  ) {
    this.since = parts.clock.monotonic();
  }

  /** Endpoints that would take some request now. */
  open(deployments: readonly DeploymentId[]): readonly EndpointView[] {
    return openEndpoints(this.parts.profile, this.parts.fleet.view(deployments));
  }

  /**
   * Where a request that waits for some deployments goes, of the `allowed` ones, as the hold rule says; `null`: it waits
   * on, for one endpoint, where others see its work before theirs until it has `left`.
   */
  held(deployments: readonly DeploymentId[], allowed: readonly DeploymentId[]): Placed | null {
    const { profile, fleet, awaited } = this.parts;
    const views = fleet.view(allowed);
    const open = openEndpoints(profile, views);
    if (open.length === 0 && this.claim !== null) return null;
    const request = this.asked(deployments, [], false);
    const [among = open] = this.inOrder(open);
    const rivals = among === open ? views : views.filter((view) => among.some((each) => inOnePool(each, view)));
    const choice = chooseFor(profile, rivals, among, request, (id) => awaited.aheadOf(this.leafId, this.claim, id));
    if (choice?.ok === true) return { endpoint: choice.endpoint, scores: choice.scores, request };
    // Of several lines it stands in, it has its place in the one that saw it first.
    if (this.claim === null || allowed.includes(this.claim.deploymentId)) this.waitFor(choice?.awaits ?? null, request);
    return null;
  }

  /** It stands in line no more. */
  left(): void {
    if (this.claim !== null) this.parts.awaited.release(this.claim);
    this.claim = null;
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
  urgency({ endpoint, request }: Placed): number {
    return heldKey(endpoint, request, (this.parts.clock.monotonic() - this.since) / 1000);
  }

  private asked(
    [deploymentId = ""]: readonly DeploymentId[],
    excluded: readonly EndpointId[],
    again: boolean,
  ): PickRequest {
    return this.prompt.asked(deploymentId, excluded, again);
  }

  /** Keeps its place where it waits for the same endpoint as before. */
  private waitFor(endpoint: EndpointView | null, request: PickRequest): void {
    if (endpoint !== null && endpoint.endpointId === this.claim?.endpointId) return;
    this.left();
    if (endpoint === null) return;
    const { endpointId, deploymentId } = endpoint;
    const work = { promptTokens: uncachedTokens(endpoint, request), memoryTokens: neededTokens(endpoint, request) };
    this.claim = { ...this.parts.awaited.claim(this.leafId, endpointId, work), deploymentId };
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
