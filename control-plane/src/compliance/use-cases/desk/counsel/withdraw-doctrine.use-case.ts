import { z } from "zod";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { withdrawn, type DoctrineNote } from "../../../domain/desk/counsel/question.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, reason, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { doctrineDesk } from "./counsel-desks.js";

export const withdrawDoctrineInput = z.object({ id, version, reason });
export type WithdrawDoctrineInput = z.infer<typeof withdrawDoctrineInput>;
type Ports = Pick<DeskPorts, "doctrine">;

/** A note no longer holds; it stays readable, with the reason. */
export const withdrawDoctrine = (ports: Ports): UseCase<WithdrawDoctrineInput, DoctrineNote, DoctrineNote> => ({
  name: "compliance.withdraw-doctrine",
  action: "publish",
  input: zodSchema(withdrawDoctrineInput),
  load: (ctx, given) => loadRecord(doctrineDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen, reason: why }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    return storeNext(doctrineDesk(ports), ctx, before, withdrawn(before, why), { reason: why });
  },
});
