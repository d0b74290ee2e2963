import { z } from "zod";
import { parisDay } from "@socle/contracts";
import { actorRef } from "../../../../kernel/actor.js";
import { invalidInput, notFound } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import { CHANGED } from "../../../../kernel/stored-record.js";
import type { CausedEvent, Context, UseCase } from "../../../../kernel/use-case.js";
import { zodSchema } from "../../../../kernel/zod-schema.js";
import type { AiUseCase, RegistryPorts } from "../../../../registry/index.js";
import { shortened } from "../../../domain/desk/derogations/derogation.js";
import { lastDayOf, type MarketSearch } from "../../../domain/desk/derogations/market-search.js";
import type { RuleTerms } from "../../../domain/desk/derogations/rule-terms.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import { day, id, line, rule, text } from "../desk.input.js";
import { loadUseCaseFor, storeFirst, type Desk } from "../desk-records.js";
import { historyOf, type PeriodPorts } from "./derogation-period.js";

export const recordMarketSearchInput = z.object({
  useCaseId: id,
  rule,
  offer: line.nullish().describe("Which one is acceptable; none when nothing was found."),
  on: day.describe("Since when the offer is to be had, or the day of the search."),
  reference: text,
});
export type RecordMarketSearchInput = z.infer<typeof recordMarketSearchInput>;
type Ports = PeriodPorts &
  Pick<DeskPorts, "rules" | "notices"> & { readonly registry: Pick<RegistryPorts, "useCases"> };

export const searchDesk = ({ searches }: Pick<DeskPorts, "searches">): Desk<MarketSearch> => ({
  store: searches,
  subject: "Derogation",
  noun: "market_search",
});

/**
 * The compliance cell looked for an offer that makes a derogation needless. One that is acceptable ends what lifts the rule
 * by the last day that is left; the next snapshot has it.
 */
export const recordMarketSearch = (ports: Ports): UseCase<RecordMarketSearchInput, AiUseCase, MarketSearch> => ({
  name: "compliance.record-market-search",
  action: "review",
  input: zodSchema(recordMarketSearchInput),
  load: (ctx, { useCaseId }) => loadUseCaseFor("Derogation", ports.registry, ctx, useCaseId),
  async handle(ctx, { offer, ...said }, useCase) {
    if (said.on > parisDay(ctx.clock.now()))
      return refuse(invalidInput([{ path: "on", message: "That day is to come." }]));
    const terms = await ports.rules.find(ctx, said.rule);
    if (terms === null) return refuse(notFound("rule", said.rule));
    const search: MarketSearch = {
      ...said,
      id: ctx.ids.next(),
      organisationId: useCase.organisationId,
      version: 1,
      offer: offer ?? null,
      state: "standing",
      foundBy: actorRef(ctx.actor),
      foundAt: ctx.clock.now(),
      withdrawnBy: null,
      withdrawnReason: null,
    };
    const caused = search.offer === null ? ok([]) : await shortenAll(ports, ctx, search, terms);
    if (!caused.ok) return caused;
    const done = await storeFirst(searchDesk(ports), ctx, search, { ...said, offer: search.offer });
    return done.ok ? ok({ ...done.value, caused: caused.value }) : done;
  },
});

/** Ends by the last day that is left what lifts the rule, and tells everybody. */
async function shortenAll(
  ports: Ports,
  ctx: Context,
  search: MarketSearch,
  { id: of, derogable }: RuleTerms,
): Promise<Result<readonly CausedEvent[]>> {
  if (derogable === null) return ok([]);
  const { past, searches } = await historyOf(ports, ctx, search.useCaseId);
  const last = lastDayOf({ id: of, ...derogable }, past, [...searches, search], search.on);
  const end = { by: search.foundBy, at: search.foundAt, reason: search.offer ?? "" };
  const caused: CausedEvent[] = [];
  for (const longer of past.filter(
    ({ rule: its, state, endsOn }) => its === of && state === "granted" && endsOn > last,
  )) {
    const after = shortened(longer, last, end);
    if (!after.ok) return after;
    if (!(await ports.derogations.update(ctx, after.value))) return refuse(CHANGED);
    const { id: derogation, organisationId, useCaseId, state, endsOn } = after.value;
    await (state === "revoked"
      ? ports.notices.revoke(ctx, derogation, search.foundAt)
      : ports.notices.shorten(ctx, derogation, endsOn));
    const data = { useCaseId, rule: of, before: longer.endsOn, after: endsOn, state };
    caused.push({
      useCase: "compliance.shorten-derogation",
      event: { organisationId, subjectType: "Derogation", subjectId: derogation, data },
    });
  }
  return ok(caused);
}
