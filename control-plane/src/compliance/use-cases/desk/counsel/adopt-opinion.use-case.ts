import { z } from "zod";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { adopted, type Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { opinionDesk } from "./counsel-desks.js";

const count = z.number().int().min(0).max(1000);
/** Of the committee's members. */
export const votes = z.object({ for: count, against: count, abstained: count });
export const adoptOpinionInput = z.object({ id, version, votes, adoptedOn: day });
export type AdoptOpinionInput = z.infer<typeof adoptOpinionInput>;

/** Another member than who drafted it records how the committee voted. */
export const adoptOpinion = (ports: Pick<DeskPorts, "opinions">): UseCase<AdoptOpinionInput, Opinion, Opinion> => ({
  name: "compliance.adopt-opinion",
  action: "update",
  input: zodSchema(adoptOpinionInput),
  load: (ctx, given) => loadRecord(opinionDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen, votes: cast, adoptedOn }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    return storeNext(opinionDesk(ports), ctx, before, adopted(before, cast, adoptedOn), { votes: cast });
  },
});
