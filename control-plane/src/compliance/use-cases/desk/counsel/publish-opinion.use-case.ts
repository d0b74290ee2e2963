import { z } from "zod";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import { published, type Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, version } from "../desk.input.js";
import { loadRecord, storeNext } from "../desk-records.js";
import { opinionDesk } from "./counsel-desks.js";

const input = z.object({ id, version });
export type PublishOpinionInput = z.infer<typeof input>;

/** Everybody reads an adopted opinion from now on. */
export const publishOpinion = (ports: Pick<DeskPorts, "opinions">): UseCase<PublishOpinionInput, Opinion, Opinion> => ({
  name: "compliance.publish-opinion",
  action: "publish",
  input: zodSchema(input),
  load: (ctx, given) => loadRecord(opinionDesk(ports), ctx, given.id),
  async handle(ctx, { version: seen }, before) {
    if (before.version !== seen) return refuse(CHANGED);
    return storeNext(opinionDesk(ports), ctx, before, published(before, ctx.clock.now()), { number: before.number });
  },
});
