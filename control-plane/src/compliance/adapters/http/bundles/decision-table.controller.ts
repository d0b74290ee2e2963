import {
  Controller,
  ForbiddenException,
  Get,
  Inject,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
} from "@nestjs/common";
import { tableFromFiles } from "@socle/policies";
import type { Request, Response } from "express";
import { columnName } from "../../../../kernel/cell-place.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { readBody } from "../../../../platform/http/read-body.js";
import { readerOf, writerOf } from "../../../../platform/http/request-person.js";
import type { RequestIdentity } from "../../../../platform/http/request-identity.port.js";
import { MEDIA, sendFile } from "../../../../platform/http/send-report.js";
import { readCsv } from "../../../../platform/sheets/read-csv.js";
import { readXlsx } from "../../../../platform/sheets/read-xlsx.js";
import { writeCsv, writeXlsx } from "../../../../platform/sheets/write-sheet.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay } from "../../../../tenancy/index.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import type { BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import { readDecisionTable } from "../../../use-cases/bundles/read-decision-table.js";

const MOST_BYTES = 5_000_000;
const NOT_AN_AUTHOR = { code: "role.missing", message: "Reading a decision table takes the right to propose rules." };

/** Rules as the spreadsheets that jurists edit. What comes of a file is proposed through GraphQL like any other bundle. */
@Controller("compliance/decision-tables")
export class DecisionTableController {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(BUNDLE_PORTS) private readonly ports: BundlePorts,
  ) {}

  /** Nothing is kept. The body is the file, `?format=xlsx` or csv; answers the rules' files, or every fault by row and cell (422). */
  @Post()
  async read(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query("format") format: unknown,
  ): Promise<unknown> {
    const actor = await writerOf(this.identities, request);
    if (!actorMay(actor, "declare", "PolicyBundle")) throw new ForbiddenException(NOT_AN_AUTHOR);
    const file = await readBody(request, MOST_BYTES);
    const { files, faults } = await readDecisionTable(format === "xlsx" ? readXlsx(file) : readCsv(file));
    response.status(faults.length === 0 ? 200 : 422);
    return { files, faults: faults.map((fault) => ({ ...fault, cell: cellOf(fault.row, fault.column) })) };
  }

  /** A bundle on record as a table, `?format=xlsx` or csv. */
  @Get(":digest")
  async write(
    @Req() request: Request,
    @Res() response: Response,
    @Param("digest") digest: string,
    @Query("format") format: unknown,
  ): Promise<void> {
    const actor = await readerOf(this.identities, request);
    const loaded = await this.runner.read(actor, (ctx) => this.ports.active.byDigest(ctx, digest));
    if (!loaded.ok) throw new NotFoundException({ code: "policy_bundle.not_found", message: loaded.refusal });
    const rows = tableFromFiles(loaded.value.source.files);
    const kind = format === "xlsx" ? "xlsx" : "csv";
    const file = kind === "xlsx" ? await writeXlsx(rows) : writeCsv(rows);
    sendFile(response, `rules-${digest.slice(0, 12)}.${kind}`, MEDIA[kind], file);
  }
}

const cellOf = (row: number, column: number | null): string | null =>
  column === null ? null : `${columnName(column)}${row}`;
