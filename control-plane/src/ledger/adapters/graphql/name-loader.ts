import { Inject } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { LEDGER_PORTS } from "../../ledger.tokens.js";
import type { LedgerPorts } from "../../ports/ledger-ports.js";

/** Loads the names that one request's answers need, all in one query. */
export class NameLoader {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LEDGER_PORTS) private readonly ports: LedgerPorts,
  ) {}

  /** Null without an id, and for what is gone or outside the actor's scope. */
  async nameOf(loaders: RequestLoaders, actor: Actor, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const loader = loaders.of<string>("ledger.name", (ids) =>
      this.runner.read(actor, (ctx) => this.ports.names.find(ctx, ids)),
    );
    return loader.load(id);
  }
}
