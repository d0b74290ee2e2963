import { z } from "zod";
import { notFound } from "../../../../kernel/refusal.js";
import { ok, refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import type { Incident } from "../../../domain/desk/incidents/incident.js";
import { HARMS } from "../../../domain/desk/incidents/serious-incident.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { id, line, text } from "../desk.input.js";
import { storeDeclared } from "./declare-incident.use-case.js";

export const reportIncidentInput = z.object({
  applicationId: id,
  said: z.strictObject({
    title: line,
    description: text,
    harms: z.array(z.enum(HARMS)).max(HARMS.length).default([]),
    systemVersion: z.string().trim().min(1).max(200).nullish(),
    occurredAt: z.iso
      .datetime({ offset: true })
      .transform((instant) => new Date(instant))
      .nullish(),
  }),
});
export type ReportIncidentInput = z.infer<typeof reportIncidentInput>;
type Ports = Pick<DeskPorts, "incidents"> & {
  readonly registry: Pick<RegistryPorts, "useCases" | "applications">;
};

interface Loaded {
  readonly useCase: AiUseCase;
  readonly application: string;
}

/** An application says by its own key what went wrong; the term runs from now, and a person of its body confirms. */
export const reportIncident = (ports: Ports): UseCase<ReportIncidentInput, Loaded, Incident> => ({
  name: "compliance.report-incident",
  action: "declare",
  input: zodSchema(reportIncidentInput),
  async load(ctx, { applicationId }) {
    const application = await ports.registry.applications.find(ctx, applicationId);
    if (application === null) return refuse(notFound("application", applicationId));
    const useCase = await ports.registry.useCases.find(ctx, application.useCaseId);
    if (useCase === null) return refuse(notFound("use_case", application.useCaseId));
    const subject = { name: "Incident", id: null, organisationId: useCase.organisationId } as const;
    return ok({ subject, loaded: { useCase, application: application.slug } });
  },
  handle: (ctx, { said }, { useCase, application }) =>
    storeDeclared(ports, ctx, { ...said, useCaseId: useCase.id, awareAt: ctx.clock.now() }, useCase, "reported", {
      application,
    }),
});
