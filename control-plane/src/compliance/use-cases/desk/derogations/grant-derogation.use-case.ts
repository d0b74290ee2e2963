import { z } from "zod";
import { actorRef } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { notFound } from "../../../../kernel/refusal.js";
import { refuse } from "../../../../kernel/result.js";
import type { Context } from "../../../../kernel/use-case.js";
import type { RegistryPorts } from "../../../../registry/index.js";
import { granted, type Derogation } from "../../../domain/desk/derogations/derogation.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { decisionInput, derogationStep, onDerogation } from "./derogation-desk.js";
import { untimelyPeriod, type PeriodPorts } from "./derogation-period.js";

export const grantDerogationInput = z.object({
  ...onDerogation,
  decisions: z.array(decisionInput).max(5).describe("Of the authorities that had not decided yet."),
});
export type GrantDerogationInput = z.infer<typeof grantDerogationInput>;
type Ports = PeriodPorts &
  Pick<DeskPorts, "rules" | "notices"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

/**
 * The compliance cell grants what a ministry endorsed, and the public notice appears with it. Rule, searches and other
 * derogations are read again: they may have changed since the request, and those of other bodies are seen here. Schedulers hear of it with the next snapshot.
 */
export const grantDerogation = (ports: Ports) =>
  derogationStep<GrantDerogationInput>(ports, {
    name: "compliance.grant-derogation",
    action: "grant",
    input: grantDerogationInput,
    async change(ctx, { decisions }, derogation) {
      const terms = await ports.rules.find(ctx, derogation.rule);
      if (terms === null) return refuse(notFound("rule", derogation.rule));
      const untimely = await untimelyPeriod(ports, ctx, terms, derogation);
      if (untimely !== null) return refuse(untimely);
      const by = actorRef(ctx.actor);
      const recorded = decisions.map((decision) => ({ ...decision, recordedBy: by }));
      const after = granted(derogation, recorded, by, parisDay(ctx.clock.now()));
      if (after.ok) await tellEverybody(ports, ctx, after.value);
      return after;
    },
    told: ({ decisions }) => ({ decisions }),
  });

async function tellEverybody({ notices, directory, registry }: Ports, ctx: Context, derogation: Derogation) {
  const { organisationId } = derogation;
  const useCase = await registry.useCases.find(ctx, derogation.useCaseId);
  await notices.publish(ctx, {
    derogationId: derogation.id,
    rule: derogation.rule,
    body: (await directory.organisationNames(ctx, [organisationId])).get(organisationId) ?? "",
    useCase: useCase?.name ?? "",
    authorities: derogation.authorities,
    decisions: derogation.decisions.map(({ authority, reference, on }) => ({ authority, reference, on })),
    notice: derogation.notice,
    noticeUrl: derogation.noticeUrl,
    startsOn: derogation.startsOn,
    endsOn: derogation.endsOn,
    publishedAt: ctx.clock.now(),
    revokedAt: null,
  });
}
