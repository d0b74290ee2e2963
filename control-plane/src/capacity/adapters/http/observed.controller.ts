import { BadRequestException, Body, Controller, HttpCode, Inject, Post, UseGuards } from "@nestjs/common";
import { z } from "zod";
import { systemActor } from "../../../kernel/actor.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { InternalCallGuard } from "../../../platform/internal-auth/internal-call.guard.js";
import { TRANSACTIONS } from "../../../platform/tokens.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const schema = zodSchema(
  z.object({
    /** GPUs that agents see in each pool, by kind. */
    pools: z
      .array(z.object({ pool: slug, gpuType: z.string().min(1).max(60), gpus: z.number().int().min(0).max(1_000_000) }))
      .max(1_000),
  }),
);
const agent = systemActor("observed-capacity");

/** Where the agents of clusters say how many GPUs they count; the campaign's watch compares them with what is declared. */
@Controller("internal/capacity")
@UseGuards(InternalCallGuard)
export class ObservedController {
  constructor(
    @Inject(TRANSACTIONS) private readonly transactions: Transactions,
    @Inject(CAPACITY_PORTS) private readonly ports: CapacityRoomPorts,
  ) {}

  @Post("observed")
  @HttpCode(200)
  async observe(@Body() body: unknown): Promise<{ readonly kept: number }> {
    const told = schema.parse(body);
    if (!told.ok) throw new BadRequestException({ code: told.refusal.code, issues: told.refusal.issues });
    await this.transactions.write(agent, "capacity.observe", async (ctx) => {
      const seen = { observedAt: ctx.clock.now(), source: "agent" } as const;
      await this.ports.findings.recordObserved(
        ctx,
        told.value.pools.map((pool) => ({ ...pool, ...seen })),
      );
      return { commit: true, announce: false, value: undefined };
    });
    return { kept: told.value.pools.length };
  }
}
