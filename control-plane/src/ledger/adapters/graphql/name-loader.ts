import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import type { EntityNames } from "../../ports/entity-names.port.js";

/** Loads the names that one request's answers need, all in one query. */
export class NameLoader {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly names: EntityNames,
  ) {}

  /** Null without an id, and for what is gone or outside the actor's scope. */
  async nameOf(loaders: RequestLoaders, actor: Actor, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const loader = loaders.of<string>("ledger.name", (ids) =>
      this.runner.read(actor, (ctx) => this.names.find(ctx, ids)),
    );
    return loader.load(id);
  }
}
