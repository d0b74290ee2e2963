import type { BrickState, ShadowToolState, TrainingState } from "../generated/operations";
import type { TagState } from "../parts/Tag";

export const SHADOW_TOOL_STATES: readonly ShadowToolState[] = ["DECLARED", "ANSWERED", "CLOSED"];
export const TRAINING_STATES: readonly TrainingState[] = ["DECLARED", "VALIDATED"];
export const BRICK_STATES: readonly BrickState[] = ["RECOMMENDED", "LISTED", "DEPRECATED"];

const SHADOW: Readonly<Record<ShadowToolState, TagState>> = {
  DECLARED: "waiting",
  ANSWERED: "active",
  CLOSED: "plain",
};
export const shadowToolTag = (state: ShadowToolState): TagState => SHADOW[state];

const BRICK: Readonly<Record<BrickState, TagState>> = {
  RECOMMENDED: "active",
  LISTED: "plain",
  DEPRECATED: "expiring",
};
export const brickTag = (state: BrickState): TagState => BRICK[state];

const TRAINING: Readonly<Record<TrainingState, TagState>> = { DECLARED: "waiting", VALIDATED: "active" };
export const trainingTag = (state: TrainingState): TagState => TRAINING[state];
