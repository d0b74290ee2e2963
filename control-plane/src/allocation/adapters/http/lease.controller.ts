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
import { LEASE_PATH, type LeaseRequestV1, type LeaseResponseV1 } from "@socle/contracts";
import { systemActor } from "../../../kernel/actor.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { CallingReplica, InternalCallGuard } from "../../../platform/internal-auth/internal-call.guard.js";
import { TRANSACTIONS } from "../../../platform/tokens.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import { leaseBlocks } from "../../use-cases/lease-blocks.js";
import { leaseRequestSchema } from "./lease-request.schema.js";

const schema = zodSchema<LeaseRequestV1>(leaseRequestSchema);
const scheduler = systemActor("lease");

/** Where schedulers lease blocks of budgets; a replica speaks only for itself. */
@Controller()
@UseGuards(InternalCallGuard)
export class LeaseController {
  constructor(
    @Inject(TRANSACTIONS) private readonly transactions: Transactions,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
  ) {}

  @Post(LEASE_PATH)
  @HttpCode(200)
  async call(@Body() body: unknown, @CallingReplica() replica: string): Promise<LeaseResponseV1> {
    const request = schema.parse(body);
    if (!request.ok) throw new BadRequestException({ code: request.refusal.code, issues: request.refusal.issues });
    if (request.value.replica !== replica) throw new ForbiddenException({ code: "lease.other_replica" });
    const answer = await this.transactions.write(scheduler, "allocation.lease-blocks", async (ctx) => {
      return { commit: true, announce: false, value: await leaseBlocks(this.ports)(ctx, request.value) };
    });
    if (!("kind" in answer)) return answer;
    if (answer.kind === "LostEpoch") throw new ConflictException({ code: "lease.epoch_lost" });
    throw new ConflictException({ code: "lease.stale_call", lastCall: answer.lastCall });
  }
}
