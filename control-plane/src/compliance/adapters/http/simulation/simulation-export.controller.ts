import { Controller, Get, Inject, Param, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Context, UseCaseRunner } from "../../../../kernel/use-case.js";
import type { RequestIdentity } from "../../../../platform/http/request-identity.port.js";
import { readerOf } from "../../../../platform/http/request-person.js";
import { MEDIA, noSuchExport, sendFile } from "../../../../platform/http/send-report.js";
import { writeCsv } from "../../../../platform/sheets/write-sheet.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay } from "../../../../tenancy/index.js";
import type { SimulationPorts } from "../../../ports/simulation/simulation-ports.js";
import type { StoredChange } from "../../../ports/simulation/simulation-store.port.js";
import { SIMULATION_PORTS } from "../../../simulation.tokens.js";
import { changeRows } from "../../../use-cases/simulation/change-rows.js";

/** More than any State has use cases and rules to change. */
const MOST_CHANGES = 100_000;
const EVERY = { kind: null, cause: null, ministryId: null, useCaseId: null, rule: null } as const;

/** A simulation that is done: its changes as CSV, or all of it with the rules it compared as JSON. */
@Controller("simulation-exports")
export class SimulationExportController {
  constructor(
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(SIMULATION_PORTS) private readonly ports: SimulationPorts,
  ) {}

  @Get(":file")
  async file(@Req() request: Request, @Res() response: Response, @Param("file") file: string): Promise<void> {
    const [, id = "", format] = /^([0-9a-f-]{36})\.(csv|json)$/.exec(file) ?? [];
    const actor = await readerOf(this.identities, request);
    if (format === undefined || !actorMay(actor, "read", "Simulation")) throw noSuchExport();
    const read = await this.runner.read(actor, (ctx) => this.read(ctx, id));
    if (read === null) throw noSuchExport();
    const { names, ...all } = read;
    const name = `simulation-${id}.${format}`;
    if (format === "json") return sendFile(response, name, MEDIA.json, JSON.stringify(all));
    sendFile(response, name, MEDIA.csv, writeCsv(changeRows(read.changes, names)));
  }

  private async read(ctx: Context, id: string) {
    const { simulations, directory } = this.ports;
    const simulation = await simulations.find(ctx, id);
    const rules = await simulations.rules(ctx, id);
    if (simulation?.state !== "done" || rules === null) return null;
    const changes = await simulations.changes(ctx, { simulationId: id, ...EVERY }, MOST_CHANGES, null);
    return { simulation, rules, changes, names: await directory.names(ctx, namedIn(changes)) };
  }
}

const namedIn = (changes: readonly StoredChange[]): readonly string[] => [
  ...new Set(
    changes.flatMap(({ useCaseId, organisationId, ministryId }) =>
      [useCaseId ?? [], organisationId, ministryId].flat(),
    ),
  ),
];
