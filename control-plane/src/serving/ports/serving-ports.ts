import type { Context } from "../../kernel/use-case.js";
import type { PoolRepository } from "./pool-repository.port.js";

/** What serving asks about models. */
interface ModelDirectory {
  /** The model's id by its exact name; `null` when the registry has none. */
  idOf(ctx: Context, name: string): Promise<string | null>;
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
}
