import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import type { SheetReader } from "../../ports/imports/sheet.port.js";
import { readImport } from "../../use-cases/imports/read-import.js";

const INTERVAL_MS = 2_000;
/** A reader that has said nothing for so long is taken for dead. */
const SILENCE_MS = 60_000;
const actor = systemActor("capacity-imports");

interface Ports extends Pick<CapacityPorts, "campaigns" | "needs" | "useCases"> {
  readonly imports: ImportStore;
  readonly sheets: SheetReader;
}

/**
 * Reads the files that people sent, one at a time. Any control plane may read any file: the store gives each to one, and
 * gives it again when that one has gone silent.
 */
export class ImportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly ports: Ports,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), INTERVAL_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.working;
  }

  /** Looks for files now rather than at the next turn. */
  wake(): void {
    // A database that is away is told of by its own checks; the next turn finds what this one missed.
    this.working ??= this.readAll()
      .catch((error: unknown) => this.logger.warn({ event: "capacity.import_interrupted", err: error }))
      .finally(() => (this.working = null));
  }

  /** Every file that waits; ends when there is none. */
  async readAll(): Promise<void> {
    while (!this.stopping && (await this.readOne())) continue;
  }

  private async readOne(): Promise<boolean> {
    const claimed = await this.write((ctx) =>
      this.ports.imports.claim(ctx, new Date(ctx.clock.now().getTime() - SILENCE_MS)),
    );
    if (claimed === null) return false;
    const { taken, file } = claimed;
    const campaign = await this.transactions.read(actor, (ctx) => this.ports.campaigns.find(ctx, taken.campaignId));
    if (campaign === null) throw new Error("An import's campaign is not to be found.");
    await readImport({ ...this.ports, write: (work) => this.write(work) }, taken, file, campaign);
    return true;
  }

  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.transactions.write(actor, "capacity.read-import", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
