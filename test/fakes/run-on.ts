import type { Actor } from "../../control-plane/src/kernel/actor.js";
import type { UseCase } from "../../control-plane/src/kernel/use-case.js";
import { PgGovernanceJournal } from "../../control-plane/src/audit/index.js";
import { TransactionalRunner } from "../../control-plane/src/platform/use-case-runner/transactional-runner.js";
import { silentObserver } from "../../control-plane/src/platform/use-case-runner/use-case-observer.port.js";
import { CaslAuthoriser, PgOrganisationRepository } from "../../control-plane/src/tenancy/index.js";
import type { DatabaseHandle } from "./database.js";

/** The runner of the application, on a test's database. */
export const runnerOn = (database: Pick<DatabaseHandle, "transactions">): TransactionalRunner =>
  new TransactionalRunner(
    database.transactions,
    new CaslAuthoriser(new PgOrganisationRepository()),
    new PgGovernanceJournal(),
    silentObserver,
  );

/** What a use case answers; a refusal fails the test. */
export async function runOn<Input, Loaded, Output>(
  database: Pick<DatabaseHandle, "transactions">,
  actor: Actor,
  useCase: UseCase<Input, Loaded, Output>,
  input: unknown,
): Promise<Output> {
  const result = await runnerOn(database).run(actor, useCase, input);
  if (result.ok) return result.value;
  throw new Error(`${useCase.name}: ${result.refusal.message}`);
}
