import type { EndpointView, PickRequest } from "./fleet-view.js";

/** Takes out endpoints that cannot serve the request now. */
export interface EndpointFilter {
  readonly name: string;
  keep(endpoint: EndpointView, request: PickRequest): boolean;
}

/** Greater is better. Scores of several scorers are added by weight. */
interface EndpointScorer {
  readonly name: string;
  readonly weight: number;
  score(endpoint: EndpointView, request: PickRequest): number;
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
  readonly filters: readonly EndpointFilter[];
  readonly scorers: readonly EndpointScorer[];
  readonly picker: EndpointPicker;
}
