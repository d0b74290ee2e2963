import { systemActor } from "../../../kernel/actor.js";
import type { Context } from "../../../kernel/use-case.js";
import type { AskedJob, Turn } from "../../../platform/jobs/job.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { isFinished } from "../../domain/import/capacity-import.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";
import type { ImportStore } from "../../ports/imports/import-store.port.js";
import type { SheetReader } from "../../ports/imports/sheet.port.js";
import { readImport } from "../../use-cases/imports/read-import.js";
import { READ_IMPORT } from "../../use-cases/imports/start-import.use-case.js";

const actor = systemActor("capacity-imports");

interface Ports extends Pick<CapacityPorts, "campaigns" | "needs" | "useCases"> {
  readonly imports: ImportStore;
  readonly sheets: SheetReader;
}

/** Reads the files that people sent, one at a time. */
export class ImportJobs implements AskedJob {
  readonly name = READ_IMPORT;
  readonly atOnce = 1;

  constructor(
    private readonly transactions: Transactions,
    private readonly ports: Ports,
  ) {}

  async run(id: string, { signal }: Turn): Promise<void> {
    const claimed = await this.write((ctx) => this.ports.imports.claim(ctx, id));
    if (claimed === null) return;
    const { taken, file } = claimed;
    const campaign = await this.transactions.read(actor, (ctx) => this.ports.campaigns.find(ctx, taken.campaignId));
    if (campaign === null) throw new Error("An import's campaign is not to be found.");
    const write = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => {
      signal.throwIfAborted();
      return this.write(work);
    };
    await readImport({ ...this.ports, write }, taken, file, campaign);
  }

  async giveUp(id: string): Promise<void> {
    const message = "Reading was interrupted every time; send the file again.";
    await this.write(async (ctx) => {
      const stands = await this.ports.imports.find(ctx, id);
      if (stands === null || stands.state === "previewed" || isFinished(stands.state)) return;
      const failure = { code: "import.interrupted", message };
      const end = { state: "failed", failure, finishedAt: ctx.clock.now(), version: stands.version + 1 } as const;
      await this.ports.imports.update(ctx, { ...stands, ...end });
    });
  }

  private write<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return this.transactions.write(actor, "capacity.read-import", async (ctx) => ({
      commit: true,
      announce: false,
      value: await work(ctx),
    }));
  }
}
