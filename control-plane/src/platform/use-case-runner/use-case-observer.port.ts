import type { Actor } from "../../kernel/actor.js";
import type { Refusal } from "../../kernel/refusal.js";

export type UseCaseOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "failed"; readonly error: unknown };

/** Told once about each use case that ran, whatever came of it. */
export interface UseCaseObserver {
  observe(useCase: string, actor: Actor, outcome: UseCaseOutcome, seconds: number): void;
}

export const silentObserver: UseCaseObserver = { observe: () => undefined };
