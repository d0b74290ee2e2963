import type { Logger } from "pino";
import { actorRef, systemActor, type Actor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import { Fault } from "../../../kernel/fault.js";
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
/** Times that a batch which the database refuses is tried; a database that is away is waited for. */
export const MOST_REFUSALS = 5;
/** Readings kept while the database is away; beyond that the oldest tenth is given up. */
export const MOST_WAITING = 10_000;
const ACTOR = systemActor("read-log");

/**
 * Keeps what people look at outside their own ministry. Nobody waits for it: readings are written once a second, all
 * together, and again when that failed; what a crash loses is the last second. What can never be written is given up
 * and told in the log: a body that nobody knows, a batch that the database refuses five times, more than ten thousand
 * readings that wait.
 */
export class DetailReads {
  private noted: Noted[] = [];
  private refusals = 0;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: DetailReadsParts) {}

  /** Somebody was shown a detail. */
  note(actor: Actor, subject: Subject): void {
    if (actor.kind !== "person") return;
    const { ids, clock } = this.parts;
    this.noted.push({ ...subject, id: ids.next(), at: clock.now(), reader: actorRef(actor), actor });
    this.giveUpOldest();
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
    const batch = this.noted;
    this.noted = [];
    if (batch.length === 0) return;
    try {
      const unknown = await this.append(batch);
      this.refusals = 0;
      if (unknown.length > 0)
        this.tellLost(unknown.length, `no such organisation: ${[...new Set(unknown)].join(", ")}`);
    } catch (error) {
      this.keep(batch, error);
    }
  }

  /** Writes what is of another ministry; returns organisations that nobody knows, one for each reading of theirs. */
  private append(batch: readonly Noted[]): Promise<readonly string[]> {
    return this.parts.transactions.write(ACTOR, "tenancy.note-detail-reads", async (ctx) => {
      const bodies = new Set(batch.map(({ organisationId }) => organisationId));
      const paths = await this.parts.organisations.pathsOf(ctx, [...bodies]);
      const known = batch.filter(({ organisationId }) => paths.has(organisationId));
      const foreign = known.filter(({ actor, organisationId }) => isForeign(actor, paths.get(organisationId) ?? []));
      if (foreign.length > 0) await this.parts.log.append(ctx, foreign);
      const unknown = batch.map(({ organisationId }) => organisationId).filter((id) => !paths.has(id));
      return { commit: true, announce: false, value: unknown };
    });
  }

  private keep(batch: readonly Noted[], error: unknown): void {
    const reason = reasonOf(error);
    if (!(error instanceof Fault)) this.refusals += 1;
    if (this.refusals >= MOST_REFUSALS) {
      this.refusals = 0;
      this.tellLost(batch.length, reason);
      return;
    }
    this.parts.logger.warn({ event: "read_log.late", reads: batch.length, reason });
    this.noted = [...batch, ...this.noted];
    this.giveUpOldest();
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  private giveUpOldest(): void {
    if (this.noted.length <= MOST_WAITING) return;
    const kept = this.noted.slice(-MOST_WAITING * 0.9);
    this.tellLost(this.noted.length - kept.length, `more than ${String(MOST_WAITING)} readings wait`);
    this.noted = kept;
  }

  /** ERROR: the register of readings is short of these, and only a person can find out why. */
  private tellLost(reads: number, reason: string): void {
    this.parts.logger.error({ event: "read_log.lost", reads, reason });
  }
}
