import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { recorded } from "../../../kernel/stored-record.js";
import type { AiUseCase } from "../../domain/ai-use-case.js";
import { STAFF_OPINIONS, type StaffConsultation } from "../../domain/portfolio/staff-consultation.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { id } from "../use-case.input.js";
import { loadUseCase } from "../use-case.subject.js";

export const recordConsultationInput = z.object({
  useCaseId: id,
  body: z.string().trim().min(2).max(200),
  heldOn: z.iso.date(),
  opinion: z.enum(STAFF_OPINIONS),
  summary: z.string().trim().min(3).max(4000),
  documentUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
});
export type RecordConsultationInput = z.infer<typeof recordConsultationInput>;
type Ports = Pick<RegistryPorts, "useCases" | "consultations">;

/** Records what staff representatives were told and said; AI Act, article 26(7), and the framework of the plan. */
export const recordConsultation = (ports: Ports): UseCase<RecordConsultationInput, AiUseCase, StaffConsultation> => ({
  name: "registry.record-consultation",
  action: "update",
  input: zodSchema(recordConsultationInput),
  load: (ctx, { useCaseId }) => loadUseCase(ports.useCases, ctx, useCaseId),
  async handle(ctx, { documentUrl, ...said }, useCase) {
    if (new Date(said.heldOn) > ctx.clock.now())
      return refuse(invalidInput([{ path: "heldOn", message: "A consultation is recorded once it was held." }]));
    const consultation: StaffConsultation = {
      ...said,
      id: ctx.ids.next(),
      organisationId: useCase.organisationId,
      version: 1,
      documentUrl: documentUrl ?? null,
      recordedBy: actorRef(ctx.actor),
    };
    await ports.consultations.insert(ctx, consultation);
    const { body, opinion } = consultation;
    return ok(recorded("UseCase", consultation, { useCase: useCase.slug, consultation: body, opinion }));
  },
});
