import type { Bundle, Facts } from "@socle/policies";

/** A bundle ready to run: synchronous, without side effect, every rule evaluated. */
export type CompiledPolicies = Pick<Bundle, "digest" | "evaluate">;

/** The parts of a request's facts that a snapshot fixes for the holder of a key. */
export type CallerFacts = Pick<Facts, "organisation" | "useCase" | "application">;
