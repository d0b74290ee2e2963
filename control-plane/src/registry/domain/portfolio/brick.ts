import { conflict } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Stored } from "../../../kernel/stored-record.js";

export const BRICK_STATES = ["listed", "recommended", "deprecated"] as const;
export type BrickState = (typeof BRICK_STATES)[number];

/** A reusable part of the common base; `organisationId` maintains it. */
export interface Brick extends Stored {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly repositoryUrl: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly publiccodeUrl: string | null;
  readonly state: BrickState;
  readonly listedAt: Date;
}

/** Names that two bricks cannot share. */
export const BRICK_UNIQUE = ["slug"] as const;

/** From where each state is reached. */
export const BRICK_STEPS: Readonly<Record<Exclude<BrickState, "listed">, readonly BrickState[]>> = {
  recommended: ["listed", "deprecated"],
  deprecated: ["listed", "recommended"],
};

export const movedTo = (brick: Brick, to: keyof typeof BRICK_STEPS): Result<Brick> =>
  BRICK_STEPS[to].includes(brick.state)
    ? ok({ ...brick, state: to, version: brick.version + 1 })
    : refuse(conflict("brick.no_transition", `Nothing leads from ${brick.state} to ${to}.`));
