import type { Rule } from "@socle/policies";
import { ok, type Result } from "../../../kernel/result.js";
import { actorRef } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { Activation } from "../../domain/bundles/kept-bundle.js";
import { signsForCompliance, type Proposal } from "../../domain/bundles/proposal.js";
import { isRepresentative, observedLongEnough, observes, ready } from "../../domain/bundles/readiness.js";
import type { BundlePorts } from "../../ports/bundles/bundle-ports.js";

/** Activations that are looked back on for how long a rule was observed. */
const LOOKED_BACK = 100;
/** Groups of changes that are read of a simulation. */
const MOST_CHANGES = 10_000;

/** What the approver looked at, and what it says: rules that would refuse what is served were observed, or it is waived. */
export async function readinessOf(
  ports: BundlePorts,
  ctx: Context,
  { digest, baseDigest, complianceSigned }: Proposal,
  rules: readonly Rule[],
  waiver: string | null,
): Promise<Result<Pick<Activation, "simulationId" | "waiver">>> {
  const of = { candidateDigest: digest, activeDigest: baseDigest, reader: actorRef(ctx.actor) };
  const [opened, root] = [await ports.simulations.opened(ctx, of), await ports.organisations.rootId(ctx)];
  const looked = opened.find((each) => isRepresentative(each, root, ctx.clock.now()));
  const unobserved = looked === undefined ? [] : await unobservedIn(ports, ctx, looked.id, rules);
  const waived = waiver !== null && complianceSigned && signsForCompliance(ctx.actor);
  const sound = ready({ lookedAt: looked !== undefined, unobserved, waived });
  if (!sound.ok) return sound;
  return ok({ simulationId: looked?.id ?? null, waiver: unobserved.length === 0 ? null : waiver });
}

/** Rules in force by this candidate that refuse what was served, by that simulation, and were not observed long enough. */
async function unobservedIn(ports: BundlePorts, ctx: Context, simulationId: string, rules: readonly Rule[]) {
  const none = { ministryId: null, useCaseId: null, rule: null };
  const refused = { simulationId, kind: "refused", cause: "rules", ...none } as const;
  const changes = await ports.simulations.changes(ctx, refused, MOST_CHANGES, null);
  const named = new Set(changes.filter(({ served }) => served > 0).flatMap((change) => change.rules));
  const unobserved: string[] = [];
  for (const rule of rules) {
    if (!named.has(rule.id) || rule.mode !== "enforce") continue;
    if (!observedLongEnough(await observedSince(ports, ctx, rule), ctx.clock.now())) unobserved.push(rule.id);
  }
  return unobserved;
}

/** Since when the rules in force observe this one without a break; null when they do not. */
async function observedSince({ bundles, active }: BundlePorts, ctx: Context, rule: Rule): Promise<Date | null> {
  const observedBy = async (digest: string) => {
    const bundle = await active.byDigest(ctx, digest);
    return bundle.ok && observes(bundle.value.bundle.rules, rule);
  };
  const activations = await bundles.activations(ctx, LOOKED_BACK);
  let since: Date | null = null;
  for (const { digest, at } of activations) {
    if (!(await observedBy(digest))) return since;
    since = at;
  }
  const current = await active.current(ctx);
  const first = activations.at(-1)?.previousDigest ?? (current.ok ? current.value.source.digest : "");
  // What the software itself came with was observed from its first day.
  return (await observedBy(first)) ? new Date(0) : since;
}
