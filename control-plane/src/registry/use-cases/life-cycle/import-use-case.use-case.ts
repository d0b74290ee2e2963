import type { UseCaseState } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CONVERGENCE_STATUSES, type AiUseCase, type Convergence } from "../../domain/ai-use-case.js";
import { amendedDossier } from "../../domain/dossier/dossier.js";
import { EVIDENCE_KINDS } from "../../domain/evidence.js";
import { SUSPENDABLE_STATES } from "../../domain/life-cycle.js";
import type { RegistryPorts } from "../../ports/registry-ports.js";
import { declaration, slug, state } from "../use-case.input.js";

const input = z
  .object({
    ...declaration,
    slug,
    state,
    /** Needed when `state` is `suspended`. */
    suspendedFrom: state.nullish(),
    evidence: z.partialRecord(z.enum(EVIDENCE_KINDS), z.string().min(1).max(500)).default({}),
    /** Reference of the declarant; the importing actor when absent. */
    declaredBy: z.string().min(1).max(200).optional(),
    declaredAt: z.coerce.date().optional(),
    /** Reference of whoever wrote the present fields, when that is somebody else. */
    amendedBy: z.string().min(1).max(200).nullish(),
    /** Slug of what took it over, which must be known. */
    mergedInto: slug.nullish(),
    /** Slug of the use case that it converges to, which must be known. */
    convergence: z
      .object({
        status: z.enum(CONVERGENCE_STATUSES),
        target: slug.nullish(),
        reason: z.string().trim().min(3).max(2000),
        by: z.iso.date().nullish(),
      })
      .nullish(),
  })
  .refine(
    ({ state: is, suspendedFrom: from }) =>
      (is === "suspended") === (from != null && SUSPENDABLE_STATES.includes(from)),
    {
      path: ["suspendedFrom"],
      message: "The state to come back to goes with the state suspended, and only with it.",
    },
  );
type Imported = z.output<typeof input>;
type Ports = Pick<RegistryPorts, "useCases" | "organisations">;

/**
 * Takes over a use case from another registry or a seed file, in the state it is in there: what guards would ask for
 * was decided elsewhere. Idempotent by slug; a second import brings the fields up to date.
 */
export const importUseCase = (ports: Ports): UseCase<Imported, AiUseCase | null, AiUseCase> => ({
  name: "registry.import-use-case",
  action: "manage",
  input: zodSchema(input),
  async load(ctx, { organisationId, slug: wanted }) {
    if (!(await ports.organisations.exists(ctx, organisationId)))
      return refuse(notFound("organisation", organisationId));
    const loaded = await ports.useCases.findBySlug(ctx, wanted);
    return ok({ subject: { name: "UseCase", id: loaded?.id ?? null, organisationId }, loaded });
  },
  async handle(ctx, imported, known) {
    const convergence = await convergenceOf(ports, ctx, imported);
    if (!convergence.ok) return convergence;
    const heir = imported.mergedInto == null ? null : await ports.useCases.findBySlug(ctx, imported.mergedInto);
    const useCase: AiUseCase = {
      ...merged(ctx, imported, known),
      convergence: convergence.value,
      mergedInto: heir?.id ?? null,
    };
    if (known === null) await ports.useCases.insert(ctx, useCase);
    else if (!(await ports.useCases.update(ctx, useCase)))
      return refuse(conflict("use_case.changed", "The use case changed meanwhile; import it again."));
    if (known?.state !== useCase.state) await recordArrival(ports, ctx, useCase, known?.state ?? null);
    const data = { slug: useCase.slug, from: known?.state ?? null, to: useCase.state, version: useCase.version };
    return ok({
      value: useCase,
      event: { organisationId: useCase.organisationId, subjectType: "UseCase", subjectId: useCase.id, data },
    });
  },
});

async function convergenceOf(
  ports: Ports,
  ctx: Context,
  { convergence }: Imported,
): Promise<Result<Convergence | null>> {
  if (convergence == null) return ok(null);
  const { target, ...said } = convergence;
  const common = target == null ? null : await ports.useCases.findBySlug(ctx, target);
  if (target != null && common === null) return refuse(notFound("use_case", target));
  return ok({ ...said, by: said.by ?? null, targetId: common?.id ?? null });
}

const merged = (ctx: Context, imported: Imported, known: AiUseCase | null): AiUseCase => ({
  ...imported,
  dossier: amendedDossier({}, imported.dossier),
  convergence: null,
  amendedBy: imported.amendedBy ?? null,
  mergedInto: null,
  suspendedFrom: imported.suspendedFrom ?? null,
  id: known?.id ?? ctx.ids.next(),
  declaredBy: imported.declaredBy ?? known?.declaredBy ?? actorRef(ctx.actor),
  declaredAt: imported.declaredAt ?? known?.declaredAt ?? ctx.clock.now(),
  version: (known?.version ?? 0) + 1,
});

const recordArrival = (ports: Ports, ctx: Context, useCase: AiUseCase, from: UseCaseState | null): Promise<void> =>
  ports.useCases.appendEvent(ctx, {
    id: ctx.ids.next(),
    useCaseId: useCase.id,
    organisationId: useCase.organisationId,
    at: ctx.clock.now(),
    from,
    to: useCase.state,
    by: actorRef(ctx.actor),
    reason: "import",
  });
