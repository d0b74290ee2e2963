import { actorRef } from "../../../../control-plane/src/kernel/actor.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { LogName } from "../../../../control-plane/src/audit/domain/log-name.js";
import type { LogSalts, StoredEntry } from "../../../../control-plane/src/audit/ports/log-salts.port.js";

export class MemoryLogSalts implements LogSalts {
  readonly entries = new Map<string, StoredEntry>();

  put(log: LogName, entryId: string, entry: StoredEntry): void {
    this.entries.set(`${log} ${entryId}`, entry);
  }

  find(_ctx: Context, log: LogName, entryId: string): Promise<StoredEntry | null> {
    return Promise.resolve(this.entries.get(`${log} ${entryId}`) ?? null);
  }

  private readonly asked: { readonly key: string; readonly person: string; readonly at: Date }[] = [];

  ask(ctx: Context, log: LogName, entryId: string): Promise<void> {
    this.asked.push({ key: `${log} ${entryId}`, person: actorRef(ctx.actor), at: ctx.clock.now() });
    return Promise.resolve();
  }

  askedBy(_ctx: Context, log: LogName, entryId: string, since: Date): Promise<readonly string[]> {
    const asked = this.asked.filter(({ key, at }) => key === `${log} ${entryId}` && at > since);
    return Promise.resolve([...new Set(asked.map(({ person }) => person))].toSorted());
  }

  async erase(ctx: Context, log: LogName, entryId: string): Promise<boolean> {
    const entry = await this.find(ctx, log, entryId);
    if (entry === null || !entry.published || entry.salt === null) return false;
    this.put(log, entryId, { ...entry, salt: null });
    return true;
  }

  stateId(): Promise<string> {
    return Promise.resolve("etat");
  }
}
