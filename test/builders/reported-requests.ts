import { settleUsage } from "../../control-plane/src/allocation/index.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { ledgerPorts } from "../../control-plane/src/ledger/ledger.composition.js";
import { ingestUsage } from "../../control-plane/src/ledger/use-cases/ingest-usage.js";
import type { DatabaseHandle } from "../fakes/database.js";
import { aRecord } from "./request-record.builder.js";
import type { ServedScene } from "./served-scene.js";

/** Requests of the scene's application at that time, numbered from the first to the last, as a replica reports them. */
export async function reportRequests(
  database: Pick<DatabaseHandle, "write">,
  scene: ServedScene,
  numbers: readonly [first: number, last: number],
  at = new Date(),
): Promise<void> {
  const { dgfip: organisationId, useCaseId, applicationId } = scene;
  const of = { organisationId, useCaseId, applicationId, at: at.getTime() };
  const [first, last] = numbers;
  const records = Array.from({ length: last - first + 1 }, (_, offset) => aRecord(first + offset, of, of));
  await database.write(systemActor("test"), (ctx) =>
    ingestUsage({ ...ledgerPorts, settle: settleUsage })(ctx, { replica: "r1", epoch: 1, records }),
  );
}
