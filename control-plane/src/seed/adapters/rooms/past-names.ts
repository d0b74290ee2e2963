import { personsHaveActed } from "../../../audit/index.js";
import { systemActor } from "../../../kernel/actor.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import type { PastNames } from "../../use-cases/live-past.js";
import { seedRecordsOf } from "./seed-records.js";

/** What the names of a seed file stand for, with the roles held on `day`; null where people have acted already. */
export function readPastNames(transactions: Transactions, day: Date): Promise<PastNames | null> {
  return transactions.read(systemActor("seed"), async (ctx) => {
    if (await personsHaveActed(ctx)) return null;
    const { tenancy, registry, serving } = await seedRecordsOf(ctx);
    const holds = ({ validFrom, validTo }: { readonly validFrom: Date; readonly validTo: Date | null }) =>
      validFrom <= day && (validTo === null || day < validTo);
    return {
      people: new Map(
        tenancy.people.map(({ id, name, email, contractor, memberships }) => [
          email.toLowerCase(),
          { id, name, email, contractor, memberships: memberships.filter(holds) },
        ]),
      ),
      things: new Map([
        ...tenancy.organisations.map(({ slug, id }) => [`organisation:${slug}`, id] as const),
        ...registry.useCases.map(({ slug, id }) => [`use-case:${slug}`, id] as const),
        ...registry.models.map(({ name, id }) => [`model:${name}`, id] as const),
        ...serving.pools.map(({ slug, id }) => [`pool:${slug}`, id] as const),
      ]),
    };
  });
}
