import { Inject } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";

interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** Names behind the references that records keep, all of one request's answers in one query. */
export class PersonNameLoader {
  constructor(@Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner) {}

  /** The person's name, or the reference itself when it is no person that the actor may see. */
  async nameOf(loaders: RequestLoaders, actor: Actor, ref: string): Promise<string> {
    const loader = loaders.of<string>("tenancy.person-name", (refs) =>
      this.runner.read(actor, async (ctx) => {
        const sql = "SELECT id, name FROM person WHERE id::text = ANY ($1)";
        return new Map((await rowsOf<NamedPerson>(ctx, sql, [refs])).map(({ id, name }) => [id, name]));
      }),
    );
    return (await loader.load(ref)) ?? ref;
  }
}
