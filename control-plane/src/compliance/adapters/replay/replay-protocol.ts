import type { ReplayAnswer, ReplayTask } from "../../ports/simulation/replay-engine.port.js";

/** What the worker is started with. */
export interface ReplayWorkerInput {
  readonly databaseUrl: string;
  readonly task: ReplayTask;
}

/** What the worker tells. */
export type ReplayWorkerMessage =
  { readonly kind: "progress"; readonly done: number } | { readonly kind: "answer"; readonly answer: ReplayAnswer };
