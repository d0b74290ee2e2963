import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  ForbiddenException,
  HttpCode,
  Inject,
  Post,
  UseGuards,
} from "@nestjs/common";
import { USAGE_PATH, type UsageAcknowledgementV1 } from "@socle/contracts";
import { systemActor } from "../../../kernel/actor.js";
import { CallingReplica, InternalCallGuard } from "../../../platform/internal-auth/internal-call.guard.js";
import { TRANSACTIONS } from "../../../platform/tokens.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import type { BatchFault } from "../../domain/batch.js";
import { LEDGER_PORTS } from "../../ledger.tokens.js";
import type { LedgerPorts } from "../../ports/ledger-ports.js";
import { ingestUsage } from "../../use-cases/ingest-usage.js";
import { parseUsageBatch } from "./usage-batch.schema.js";

const ledger = systemActor("ledger");

/** Where schedulers ship their spool; a replica speaks only for itself. */
@Controller()
@UseGuards(InternalCallGuard)
export class UsageController {
  constructor(
    @Inject(TRANSACTIONS) private readonly transactions: Transactions,
    @Inject(LEDGER_PORTS) private readonly ports: LedgerPorts,
  ) {}

  @Post(USAGE_PATH)
  @HttpCode(200)
  async take(@Body() body: unknown, @CallingReplica() replica: string): Promise<UsageAcknowledgementV1> {
    const parsed = parseUsageBatch(body);
    if (!parsed.ok) throw refusalOf(parsed.fault);
    const { batch } = parsed;
    if (batch.replica !== replica) throw new ForbiddenException({ code: "usage.other_replica" });
    const answer = await this.transactions.write(ledger, "ledger.ingest-usage", async (ctx) => {
      const value = await ingestUsage(this.ports)(ctx, batch);
      return { commit: !("kind" in value), announce: false, value };
    });
    if ("kind" in answer) throw refusalOf(answer);
    return answer;
  }
}

function refusalOf(fault: BatchFault): BadRequestException | ConflictException {
  return fault.kind === "Gap"
    ? new ConflictException({ code: "usage.gap", expected: fault.expected })
    : new BadRequestException({ code: "usage.malformed", sequence: fault.sequence, message: fault.message });
}
