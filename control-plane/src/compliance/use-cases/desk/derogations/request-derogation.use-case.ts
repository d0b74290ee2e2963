import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { notFound } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id, rule, text, url } from "../desk.input.js";
import { loadUseCaseFor, storeFirst } from "../desk-records.js";
import { derogationDesk } from "./derogation-desk.js";
import { untimelyPeriod, type PeriodPorts } from "./derogation-period.js";

export const requestDerogationInput = z.object({
  useCaseId: id,
  rule,
  poolId: id.nullish(),
  motive: text,
  guarantees: text,
  notice: text,
  noticeUrl: url.nullish(),
  startsOn: day.describe("A day, such as 2026-09-30."),
  endsOn: day,
});
export type RequestDerogationInput = z.infer<typeof requestDerogationInput>;
type Ports = PeriodPorts & Pick<DeskPorts, "rules"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/** A ministry asks that a rule be lifted for one of its use cases, no longer than the rule lets itself be, however often. */
export const requestDerogation = (ports: Ports): UseCase<RequestDerogationInput, AiUseCase, Derogation> => ({
  name: "compliance.request-derogation",
  action: "declare",
  input: zodSchema(requestDerogationInput),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Derogation", ports.registry, ctx, useCaseId),
  async handle(ctx, { poolId, noticeUrl, ...said }, useCase) {
    const terms = await ports.rules.find(ctx, said.rule);
    if (terms === null) return refuse(notFound("rule", said.rule));
    const untimely = await untimelyPeriod(ports, ctx, terms, said);
    if (untimely !== null) return refuse(untimely);
    if (poolId != null && (await ports.directory.poolSlug(ctx, poolId)) === null)
      return refuse(notFound("pool", poolId));
    const derogation: Derogation = {
      ...said,
      id: ctx.ids.next(),
      organisationId: useCase.organisationId,
      version: 1,
      poolId: poolId ?? null,
      noticeUrl: noticeUrl ?? null,
      authorities: terms.derogable?.by ?? [],
      decisions: [],
      state: "requested",
      requestedBy: actorRef(ctx.actor),
      requestedAt: ctx.clock.now(),
      endorsedBy: null,
      grantedBy: null,
      closedBy: null,
      closedAt: null,
      closeReason: null,
    };
    const { rule: of, startsOn, endsOn } = said;
    return storeFirst(derogationDesk(ports), ctx, derogation, { rule: of, startsOn, endsOn, useCase: useCase.slug });
  },
});
