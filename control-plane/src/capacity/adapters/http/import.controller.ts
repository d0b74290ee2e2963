import { Controller, Inject, Post, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Refusal } from "../../../kernel/refusal.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import { MAX_FILE_BYTES } from "../../domain/import/capacity-import.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { startImport } from "../../use-cases/imports/start-import.use-case.js";
import { readBody } from "../../../platform/http/read-body.js";
import { writerOf } from "../../../platform/http/request-person.js";

const STATUS: Readonly<Record<Refusal["kind"], number>> = {
  InvalidInput: 400,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  GuardRefusal: 409,
};

/** Files in: the body is the file, the query says what it is for. GraphQL's `capacityImport` follows it from there. */
@Controller("capacity/imports")
export class ImportController {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
  ) {}

  /** 202 with the import's id, or a refusal as JSON. The header `idempotency-key` makes sending again harmless. */
  @Post()
  async start(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const actor = await writerOf(this.identities, request);
    const file = await readBody(request, MAX_FILE_BYTES);
    const fileName = typeof query["fileName"] === "string" ? query["fileName"] : "";
    const input = {
      campaignId: query["campaignId"],
      organisationId: query["organisationId"],
      target: query["target"],
      format: fileName.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv",
      fileName,
      file,
      idempotencyKey: request.headers["idempotency-key"],
    };
    const started = await this.runner.run(actor, startImport(this.ports), input);
    response.status(started.ok ? 202 : STATUS[started.refusal.kind]);
    if (!started.ok) return started.refusal;
    return { id: started.value.id, state: started.value.state };
  }
}
