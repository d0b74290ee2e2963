import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  ForbiddenException,
  Inject,
  Post,
  UseGuards,
} from "@nestjs/common";
import { INCIDENT_PATH, type IncidentReceiptV1 } from "@socle/contracts";
import { z } from "zod";
import { systemActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CallingReplica, InternalCallGuard } from "../../../platform/internal-auth/internal-call.guard.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { onceIn } from "../../../registry/index.js";
import { DESK_PORTS } from "../../desk.tokens.js";
import { reportIncident } from "../../use-cases/desk/incidents/report-incident.use-case.js";
import type { DeskRoomPorts } from "../graphql/desk/desk-door.js";

const envelope = z.object({
  replica: z.string().min(1).max(100),
  applicationId: z.uuid(),
  key: z.string().min(8).max(60),
  said: z.unknown(),
});
const applications = systemActor("application");
const once = onceIn<DeskRoomPorts>((ports) => ports.registry.receipts)(reportIncident, "incidents");

/** Where schedulers pass on what applications tell of their own use case; a replica vouches for the key that it saw. */
@Controller()
@UseGuards(InternalCallGuard)
export class IncidentController {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(DESK_PORTS) private readonly ports: DeskRoomPorts,
  ) {}

  @Post(INCIDENT_PATH)
  async report(@Body() body: unknown, @CallingReplica() replica: string): Promise<IncidentReceiptV1> {
    const given = envelope.safeParse(body);
    if (!given.success) throw new BadRequestException({ code: "incident.malformed" });
    const { applicationId, key, said } = given.data;
    if (given.data.replica !== replica) throw new ForbiddenException({ code: "incident.other_replica" });
    // Applications share one actor: their keys are told apart by whose they are.
    const told = { applicationId, said, idempotencyKey: `${applicationId}:${key}` };
    const result = await this.runner.run(applications, once(this.ports), told);
    if (result.ok) return { id: result.value.id };
    const { refusal } = result;
    if (refusal.kind === "InvalidInput") throw new BadRequestException({ code: refusal.code, issues: refusal.issues });
    throw new ConflictException({ code: refusal.code, message: refusal.message });
  }
}
