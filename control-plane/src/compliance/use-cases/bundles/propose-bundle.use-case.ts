import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, Done, UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { loadBundle, type LoadedBundle } from "../../domain/bundles/loaded-bundle.js";
import { signsForCompliance, type Proposal } from "../../domain/bundles/proposal.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";
import { motive, organisationId, policyFiles } from "./bundle.input.js";
import { proposalEvent } from "./record-decision.js";

export const proposeBundleInput = z.object({
  files: policyFiles.describe("All the rules, not those alone that change."),
  motive,
  organisationId: organisationId.describe("Body on whose behalf; the State when left out."),
});
export type ProposeBundleInput = z.infer<typeof proposeBundleInput>;

/**
 * Brings a whole set of rules to be decided on. It must load: any fault refuses it, each named by file, line and column.
 */
export const proposeBundle = (ports: BundlePorts): UseCase<ProposeBundleInput, string, Proposal> => ({
  name: "compliance.propose-bundle",
  action: "declare",
  input: zodSchema(proposeBundleInput),
  load: (ctx, { organisationId: given }) => behalfOf(ports, ctx, given),
  handle(ctx, { files, motive: why }, organisation) {
    const loaded = loadBundle(files);
    if (loaded.ok) return propose(ports, ctx, loaded.value, why, organisation);
    const issues = loaded.refusal.map(({ path, line, column, message }) => ({
      path: `files/${path}:${line}:${column}`,
      message,
    }));
    return Promise.resolve(refuse(invalidInput(issues)));
  },
});

/** Cells that serve the whole State propose for it; others for their own body, which they name. */
export async function behalfOf(
  { organisations }: Pick<BundlePorts, "organisations">,
  ctx: Context,
  given: string | null | undefined,
) {
  const organisation = given ?? (await organisations.rootId(ctx));
  return ok({
    subject: { name: "PolicyBundle", id: null, organisationId: organisation },
    loaded: organisation,
  } as const);
}

/** Keeps both bundles, so that neither can be lost, and the proposal to put one in the other's place. */
export async function propose(
  ports: BundlePorts,
  ctx: Context,
  candidate: LoadedBundle,
  why: string,
  organisation: string,
): Promise<Result<Done<Proposal>>> {
  const current = await ports.active.current(ctx);
  if (!current.ok) return refuse(conflict("policy_bundle.active_unreadable", current.refusal));
  const [before, after] = [current.value.source.digest, candidate.source.digest];
  if (before === after) return refuse(conflict("policy_bundle.unchanged", "These rules are in force already."));
  const [by, at] = [actorRef(ctx.actor), ctx.clock.now()];
  for (const { source, bundle } of [current.value, candidate])
    await ports.bundles.keep(ctx, { source, rules: bundle.rules.length, keptAt: at, keptBy: by });
  const proposal: Proposal = {
    ...{ id: ctx.ids.next(), organisationId: organisation, digest: after, baseDigest: before, motive: why },
    complianceSigned: signsForCompliance(ctx.actor),
    ...{ state: "proposed", proposedBy: by, proposedAt: at, decidedBy: null, decidedAt: null },
    ...{ decisionReason: null, version: 1 },
  };
  await ports.proposals.insert(ctx, proposal);
  return ok({ value: proposal, event: proposalEvent(proposal) });
}
