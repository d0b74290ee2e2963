import { BadRequestException, Controller, Get, Inject, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import { parisDay } from "@socle/contracts";
import type { Clock } from "../../../kernel/clock.js";
import { printedReport } from "../../../kernel/printed-report.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import { LEDGER_PORTS, type LedgerPorts } from "../../../ledger/index.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { readerOf } from "../../../platform/http/request-person.js";
import { languageAsked, noSuchExport, sendPage } from "../../../platform/http/send-report.js";
import { CLOCK, REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay } from "../../../tenancy/index.js";
import { DESK_PORTS } from "../../desk.tokens.js";
import { decisionTrace, type TracedTreatment } from "../../domain/desk/registers/decision-trace.js";
import { entriesOf, type RegisterPorts } from "../../use-cases/desk/registers/export-register.js";

/** More than one decision takes. */
const MOST_REQUESTS = 1000;

/** What an administration answers to whoever a decision concerns: `?reference=…&lang=en`, for those who read its requests. */
@Controller("decision-traces")
export class DecisionTraceController {
  constructor(
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(DESK_PORTS) private readonly ports: RegisterPorts,
    @Inject(LEDGER_PORTS) private readonly ledger: Pick<LedgerPorts, "catalogue">,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get("trace.html")
  async page(
    @Req() request: Request,
    @Res() response: Response,
    @Query() { reference, lang }: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const actor = await readerOf(this.identities, request);
    if (!actorMay(actor, "read", "Decision")) throw noSuchExport();
    if (typeof reference !== "string" || reference === "")
      throw new BadRequestException({ code: "input.invalid", message: "Give the decision's reference: ?reference=…" });
    const treatments = await this.runner.read(actor, (ctx) => this.treatmentsOf(ctx, reference));
    if (treatments.length === 0) throw noSuchExport();
    const language = languageAsked(lang);
    const report = decisionTrace(reference, treatments, parisDay(this.clock.now()), language);
    sendPage(response, printedReport(report, language));
  }

  /** Use cases that requests of this decision were sent for, as far as the reader may see them. */
  private async treatmentsOf(ctx: Context, decisionRef: string): Promise<readonly TracedTreatment[]> {
    const found = await this.ledger.catalogue.page(ctx, { decisionRef }, MOST_REQUESTS, null);
    const decisions = found.map(({ record }) => record.decision).reverse();
    const ids = [...new Set(decisions.flatMap(({ useCaseId }) => useCaseId ?? []))];
    const useCases = await this.ports.registry.catalogue.findMany(ctx, ids);
    const entries = await entriesOf(this.ports, ctx, useCases);
    return entries.map((entry) => ({
      entry,
      requests: decisions.filter(({ useCaseId }) => useCaseId === entry.id),
    }));
  }
}
