import { Controller, Get, Inject, Res } from "@nestjs/common";
import type { Response } from "express";
import type { Registry } from "prom-client";
import { METRICS } from "../tokens.js";
import { Readiness } from "./readiness.js";

@Controller()
export class HealthController {
  constructor(
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(METRICS) private readonly metrics: Registry,
  ) {}

  /** The process runs its event loop; says nothing of what it depends on. */
  @Get("healthz")
  healthz(): { status: string } {
    return { status: "ok" };
  }

  @Get("readyz")
  async readyz(@Res() response: Response): Promise<void> {
    const report = await this.readiness.check();
    response.status(report.ready ? 200 : 503).json(report);
  }

  @Get("metrics")
  async exposition(@Res() response: Response): Promise<void> {
    response.type(this.metrics.contentType).send(await this.metrics.metrics());
  }
}
