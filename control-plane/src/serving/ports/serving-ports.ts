import type { ModelV1 } from "@socle/contracts";
import type { RuleGuard } from "../../kernel/rule-guard.js";
import type { Context } from "../../kernel/use-case.js";
import type { PoolRepository } from "./pool-repository.port.js";

/** What serving asks about models. */
interface ModelDirectory {
  /** The model of that exact name as rules see it; `null` when the registry has none. */
  find(ctx: Context, name: string): Promise<ModelV1 | null>;
}

/** What serving asks about organisations. */
interface RootDirectory {
  /** The State, which pools belong to. */
  rootId(ctx: Context): Promise<string>;
}

/** Everything serving's use cases reach the outside through; the module chooses the adapters. */
export interface ServingPorts {
  readonly pools: PoolRepository;
  readonly models: ModelDirectory;
  readonly organisations: RootDirectory;
  /** What policy rules say of opening a pool and of deploying a model in it. */
  readonly rules: RuleGuard;
}
