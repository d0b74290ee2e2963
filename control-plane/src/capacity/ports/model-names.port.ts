import type { Context } from "../../kernel/use-case.js";

/** What capacity needs to know of the models that the registry records. */
export interface ModelNames {
  /** Aliases with the name of the model that each stands for. */
  aliases(ctx: Context): Promise<ReadonlyMap<string, string>>;
}
