import type { Bundle, Facts } from "@socle/policies";

/** A bundle ready to run: synchronous, without side effect, every rule evaluated. */
export type CompiledPolicies = Pick<Bundle, "digest" | "evaluateEach">;

/** The parts of a request's facts that a snapshot and a day fix for the holder of a key. */
export type CallerFacts = Pick<Facts, "today" | "organisation" | "useCase" | "application">;

/** A value of a day (`YYYY-MM-DD`), made once. */
export type OfDay<Value> = (day: string) => Value;
