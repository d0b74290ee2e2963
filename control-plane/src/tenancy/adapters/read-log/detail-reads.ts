import type { Logger } from "pino";
import { actorRef, systemActor, type Actor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import type { IdSource } from "../../../kernel/id-source.js";
import { reasonOf } from "../../../platform/database/database-fault.js";
import type { Transactions } from "../../../platform/use-case-runner/transactions.port.js";
import { isForeign, type DetailRead } from "../../domain/detail-read.js";
import type { DetailReadLog } from "../../ports/detail-read-log.port.js";
import type { OrganisationRepository } from "../../ports/organisation-repository.port.js";

export interface DetailReadsParts {
  readonly transactions: Transactions;
  readonly log: DetailReadLog;
  readonly organisations: Pick<OrganisationRepository, "pathsOf">;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
}

type Subject = Pick<DetailRead, "subjectType" | "subjectId" | "organisationId">;

interface Noted extends DetailRead {
  readonly actor: Actor & { readonly kind: "person" };
}

const EVERY_MS = 1000;
const ACTOR = systemActor("read-log");

/**
 * Keeps what people look at outside their own ministry. Nobody waits for it: readings are written once a second, all
 * together, and again when that failed; what a crash loses is the last second.
 */
export class DetailReads {
  private noted: Noted[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: DetailReadsParts) {}

  /** Somebody was shown a detail. */
  note(actor: Actor, subject: Subject): void {
    if (actor.kind !== "person") return;
    const { ids, clock } = this.parts;
    this.noted.push({ ...subject, id: ids.next(), at: clock.now(), reader: actorRef(actor), actor });
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** Writes what is noted; also called before the process ends. */
  flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.flush();
  }

  private async write(): Promise<void> {
    const { transactions, log, logger } = this.parts;
    const batch = this.noted;
    this.noted = [];
    if (batch.length === 0) return;
    try {
      await transactions.write(ACTOR, "tenancy.note-detail-reads", async (ctx) => {
        const paths = await this.parts.organisations.pathsOf(ctx, [
          ...new Set(batch.map(({ organisationId }) => organisationId)),
        ]);
        const foreign = batch.filter(({ actor, organisationId }) => isForeign(actor, paths.get(organisationId) ?? []));
        if (foreign.length > 0) await log.append(ctx, foreign);
        return { commit: true, announce: false, value: undefined };
      });
    } catch (error) {
      logger.warn({ event: "read_log.late", reads: batch.length, reason: reasonOf(error) });
      this.noted = [...batch, ...this.noted];
      this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
    }
  }
}
