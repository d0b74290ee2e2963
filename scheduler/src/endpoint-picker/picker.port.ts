import type { EndpointView, PickRequest } from "./fleet-view.js";

/** Takes out endpoints that cannot serve the request now. */
export interface EndpointFilter {
  readonly name: string;
  keep(endpoint: EndpointView, request: PickRequest): boolean;
}

/** Greater is better. Scores of several scorers are added by weight. */
export interface EndpointScorer {
  readonly name: string;
  readonly weight: number;
  /** `candidates` are all that are scored in this decision. */
  score(endpoint: EndpointView, request: PickRequest, candidates: readonly EndpointView[]): number;
}

export interface ScoredEndpoint {
  readonly endpoint: EndpointView;
  readonly score: number;
}

/** Chooses among candidates that passed every filter. May keep state of its own; called once a decision. */
export interface EndpointPicker {
  readonly name: string;
  /** `candidates` is never empty; the answer is one of them. */
  pick(candidates: readonly ScoredEndpoint[], request: PickRequest): ScoredEndpoint;
}

export interface PickProfile {
  readonly name: string;
  /** What an endpoint must be to serve the request at all. */
  readonly filters: readonly EndpointFilter[];
  /** What it must have free for the request to leave the scheduler; a request that failed elsewhere does not wait for it. */
  readonly holds?: readonly EndpointFilter[];
  readonly scorers: readonly EndpointScorer[];
  readonly picker: EndpointPicker;
}
