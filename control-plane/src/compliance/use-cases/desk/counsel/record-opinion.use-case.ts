import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { ok } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { RegistryPorts } from "../../../../registry/index.js";
import type { Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { line } from "../desk.input.js";
import { storeFirst } from "../desk-records.js";
import { opinionDesk } from "./counsel-desks.js";

export const recordOpinionInput = z.object({
  number: z
    .string()
    .regex(/^\d{4}-\d{1,3}$/, "The year and a number, as 2026-3.")
    .describe("The year and a number, as 2026-3."),
  title: line,
  subject: line,
  text: z.string().trim().min(3).max(20_000),
});
export type RecordOpinionInput = z.infer<typeof recordOpinionInput>;
type Ports = Pick<DeskPorts, "opinions" | "directory"> & { readonly registry: Pick<RegistryPorts, "organisations"> };

/** A member of the committee drafts its opinion, with the figures of that day: counts over the whole State. */
export const recordOpinion = (ports: Ports): UseCase<RecordOpinionInput, string, Opinion> => ({
  name: "compliance.record-opinion",
  action: "declare",
  input: zodSchema(recordOpinionInput),
  async load(ctx) {
    const organisationId = await ports.registry.organisations.rootId(ctx);
    return ok({ subject: { name: "Opinion", id: null, organisationId }, loaded: organisationId });
  },
  async handle(ctx, said, organisationId) {
    const opinion: Opinion = {
      ...said,
      id: ctx.ids.next(),
      organisationId,
      version: 1,
      useCaseId: null,
      figures: await ports.directory.figures(ctx, parisDay(ctx.clock.now())),
      votes: null,
      adoptedOn: null,
      state: "draft",
      recordedBy: actorRef(ctx.actor),
      recordedAt: ctx.clock.now(),
      publishedAt: null,
    };
    return storeFirst(opinionDesk(ports), ctx, opinion, { number: opinion.number });
  },
});
