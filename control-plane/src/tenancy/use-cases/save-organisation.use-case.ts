import { z } from "zod";
import { conflict, invalidInput, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import { ORGANISATION_KINDS, type Organisation } from "../domain/organisation.js";
import { isSiren, isSiret, sirenOf } from "../domain/siren.js";
import type { OrganisationRepository } from "../ports/organisation-repository.port.js";
import { stands } from "./organisation.subject.js";
import { rolesStand, type RolePorts } from "./roles-stand.js";

export const saveOrganisationInput = z.object({
  /** Known organisation to change; a new one without it. */
  id: z.string().nullable().default(null),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is lower-case words joined by hyphens"),
  name: z.string().min(1).max(200),
  acronym: z.string().min(1).max(30).nullable().default(null),
  kind: z.enum(ORGANISATION_KINDS),
  siren: z.string().refine(isSiren, "is not a SIREN").nullable().default(null),
  siret: z.string().refine(isSiret, "is not a SIRET").nullable().default(null),
  parentId: z.string().nullable(),
  successorId: z.string().nullable().default(null),
  validFrom: z.coerce.date(),
  validTo: z.coerce.date().nullable().default(null),
});
export type SaveOrganisationInput = z.infer<typeof saveOrganisationInput>;

/** Adds an organisation to the tree, moves it, renames it, or closes it in favour of its successor. */
export const saveOrganisationUseCase = (
  ports: RolePorts,
): UseCase<SaveOrganisationInput, Organisation | null, Organisation> => ({
  name: "tenancy.save-organisation",
  action: "manage",
  input: zodSchema(saveOrganisationInput),

  async load(ctx, { id, parentId }) {
    const known = id === null ? null : await ports.organisations.find(ctx, id);
    if (id !== null && known === null) return refuse(notFound("organisation", id));
    if (parentId !== null && (await ports.organisations.find(ctx, parentId)) === null) {
      return refuse(notFound("organisation", parentId));
    }
    return ok({ subject: { name: "Organisation", id, organisationId: id ?? parentId ?? "" }, loaded: known });
  },

  async handle(ctx, wanted, known) {
    const sound = checked(wanted);
    if (!sound.ok) return sound;
    const taken = await ports.organisations.findBySlug(ctx, wanted.slug);
    if (taken !== null && taken.id !== known?.id) {
      return refuse(conflict("organisation.slug_taken", `Another organisation is called ${wanted.slug}.`));
    }
    const organisation = { ...wanted, id: known?.id ?? ctx.ids.next() };
    const steady = await rolesStand(ctx, ports, (tree) => [...tree.filter(({ id }) => id !== known?.id), organisation]);
    if (!steady.ok) return steady;
    return save(ctx, ports.organisations, organisation);
  },
});

function checked(wanted: SaveOrganisationInput): Result<true> {
  const issues = [
    (wanted.parentId === null) !== (wanted.kind === "state") && {
      path: "parentId",
      message: "is needed, except for the State, which has none",
    },
    wanted.validTo !== null &&
      wanted.validTo <= wanted.validFrom && { path: "validTo", message: "is before validFrom" },
    wanted.siren !== null &&
      wanted.siret !== null &&
      sirenOf(wanted.siret) !== wanted.siren && { path: "siret", message: "belongs to another SIREN" },
  ].filter((issue) => issue !== false);
  return issues.length === 0 ? ok(true) : refuse(invalidInput(issues));
}

async function save(
  ctx: Context,
  organisations: OrganisationRepository,
  organisation: Organisation,
): ReturnType<ReturnType<typeof saveOrganisationUseCase>["handle"]> {
  const stored = stands(await organisations.save(ctx, organisation));
  if (!stored.ok) return stored;
  const { id, slug, kind, parentId, successorId } = organisation;
  const data = { slug, kind, parentId, successorId, validTo: organisation.validTo?.toISOString() ?? null };
  return ok({
    value: organisation,
    event: { organisationId: id, subjectType: "Organisation", subjectId: id, data },
  });
}
