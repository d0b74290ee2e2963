import { Controller, Get, Inject, Param, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Actor } from "../../../kernel/actor.js";
import type { SubjectName, UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../tenancy/index.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { SheetFormat } from "../../domain/import/capacity-import.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { exportDeclaration, exportNeeds, sheetOf, type SheetRows } from "../../use-cases/imports/export-sheet.js";
import { fileSheets } from "../sheets/file-sheets.js";
import { readerOf } from "../../../platform/http/request-person.js";
import { languageAsked, MEDIA, noSuchExport, sendFile } from "../../../platform/http/send-report.js";

/** Files out: what an import reads. `lang` chooses the headings, French unless it is `en`. */
@Controller("capacity/exports")
export class ExportController {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
    @Inject(DetailReads) private readonly seen: DetailReads,
  ) {}

  @Get("declarations/:file")
  async declaration(
    @Req() request: Request,
    @Res() response: Response,
    @Param("file") file: string,
    @Query("lang") lang?: string,
  ) {
    const { name, format } = fileOf(file);
    const actor = await this.reader(request, "CapacityDeclaration");
    const found = await this.runner.read(actor, (ctx) =>
      exportDeclaration(ctx, this.ports.declarations, name, languageAsked(lang)),
    );
    if (found === null) throw noSuchExport();
    const { organisationId, rows } = found;
    this.seen.note(actor, { subjectType: "CapacityDeclaration", subjectId: name, organisationId });
    await this.send(response, `declaration.${format}`, format, rows);
  }

  @Get("campaigns/:campaignId/needs/:file")
  async needs(
    @Req() request: Request,
    @Res() response: Response,
    @Param("campaignId") campaignId: string,
    @Param("file") file: string,
    @Query("lang") lang?: string,
  ) {
    const { name: organisationId, format } = fileOf(file);
    const actor = await this.reader(request, "CapacityNeed");
    const rows = await this.runner.read(actor, async (ctx) => {
      const campaign = await this.ports.campaigns.find(ctx, campaignId);
      if ((await this.ports.organisations.pathOf(ctx, organisationId)).length === 0) return null;
      return campaign && exportNeeds(ctx, this.ports.catalogue, campaign, organisationId, languageAsked(lang));
    });
    if (rows === null) throw noSuchExport();
    this.seen.note(actor, { subjectType: "CapacityNeed", subjectId: campaignId, organisationId });
    await this.send(response, `needs.${format}`, format, rows);
  }

  /** The empty form: `declaration.xlsx`, `need.csv`, … */
  @Get("campaigns/:campaignId/templates/:file")
  async template(
    @Req() request: Request,
    @Res() response: Response,
    @Param("campaignId") campaignId: string,
    @Param("file") file: string,
    @Query("lang") lang?: string,
  ) {
    const { name, format } = fileOf(file);
    const actor = await this.reader(request, "Campaign");
    const campaign = await this.runner.read(actor, (ctx) => this.ports.campaigns.find(ctx, campaignId));
    if (campaign === null) throw noSuchExport();
    const template = name === "need" ? needTemplate(campaign.quarters) : DECLARATION_TEMPLATE;
    await this.send(response, `${template.target}.${format}`, format, sheetOf(template, languageAsked(lang), []));
  }

  private async reader(request: Request, subject: SubjectName): Promise<Actor> {
    const actor = await readerOf(this.identities, request);
    if (!actorMay(actor, "read", subject)) throw noSuchExport();
    return actor;
  }

  private async send(response: Response, name: string, format: SheetFormat, rows: SheetRows): Promise<void> {
    sendFile(response, name, MEDIA[format], await fileSheets.write(format, rows));
  }
}

function fileOf(file: string): { readonly name: string; readonly format: SheetFormat } {
  const [, name, format] = /^([a-z0-9-]{1,64})\.(csv|xlsx)$/.exec(file) ?? [];
  if (name === undefined || format === undefined) throw noSuchExport();
  return { name, format: format as SheetFormat };
}
