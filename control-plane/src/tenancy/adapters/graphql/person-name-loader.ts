import { Inject } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";

interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Names behind the references that records keep, all of one request's answers in one query. */
export class PersonNameLoader {
  constructor(@Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner) {}

  /** The person's name, or the reference itself when it is no person that the actor may see. */
  async nameOf(loaders: RequestLoaders, actor: Actor, ref: string): Promise<string> {
    return (await this.find(loaders, actor, ref))?.name ?? ref;
  }

  /** Null for nobody that the actor may see. */
  async addressOf(loaders: RequestLoaders, actor: Actor, ref: string): Promise<string | null> {
    return (await this.find(loaders, actor, ref))?.email ?? null;
  }

  private find(loaders: RequestLoaders, actor: Actor, ref: string): Promise<KnownPerson | null> {
    const loader = loaders.of<KnownPerson>("tenancy.person", (refs) =>
      this.runner.read(actor, async (ctx) => {
        const sql = "SELECT id, name, email FROM person WHERE id::text = ANY ($1)";
        return new Map((await rowsOf<KnownPerson>(ctx, sql, [refs])).map((person) => [person.id, person]));
      }),
    );
    return loader.load(ref);
  }
}
