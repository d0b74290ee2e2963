import type { Refusal } from "../../../../kernel/refusal.js";
import type { Context } from "../../../../kernel/use-case.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import { lastDayOf } from "../../../domain/desk/derogations/market-search.js";
import { periodRefusal, type RuleTerms } from "../../../domain/desk/derogations/rule-terms.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";

export type PeriodPorts = Pick<DeskPorts, "derogations" | "searches" | "directory">;

/** What lifted a rule for a use case and for those that it took over, and what was found for them, as far as the actor sees. */
export async function historyOf({ derogations, searches, directory }: PeriodPorts, ctx: Context, useCaseId: string) {
  const line = await directory.lineage(ctx, useCaseId);
  return { past: await derogations.ofUseCases(ctx, line), searches: await searches.ofUseCases(ctx, line) };
}

type Asked = Pick<Derogation, "useCaseId" | "startsOn" | "endsOn">;

/** Why a derogation may not have that period, all others of the rule counted; `null` when it may. */
export async function untimelyPeriod(
  ports: PeriodPorts,
  ctx: Context,
  terms: RuleTerms,
  { useCaseId, startsOn, endsOn }: Asked,
): Promise<Refusal | null> {
  const { id, derogable } = terms;
  if (derogable === null) return periodRefusal(terms, startsOn, endsOn, endsOn);
  const { past, searches } = await historyOf(ports, ctx, useCaseId);
  return periodRefusal(terms, startsOn, endsOn, lastDayOf({ id, ...derogable }, past, searches, startsOn));
}
