import type { Context } from "../../../../../control-plane/src/kernel/use-case.js";
import type { DerogationNotice } from "../../../../../control-plane/src/compliance/domain/desk/derogations/derogation-notice.js";
import type { RuleTerms } from "../../../../../control-plane/src/compliance/domain/desk/derogations/rule-terms.js";
import { LISTED } from "../../../../../control-plane/src/compliance/domain/desk/listed-by.js";
import type { DerogationNotices } from "../../../../../control-plane/src/compliance/ports/desk/derogation-notices.port.js";
import type { DeskPorts } from "../../../../../control-plane/src/compliance/ports/desk/desk-ports.js";
import { MemoryDeskStore } from "./memory-desk.store.js";

class MemoryDerogationNotices implements DerogationNotices {
  private readonly notices: DerogationNotice[] = [];

  publish(_ctx: Context, notice: DerogationNotice): Promise<void> {
    this.notices.unshift(notice);
    return Promise.resolve();
  }

  revoke(_ctx: Context, derogationId: string, at: Date): Promise<void> {
    const index = this.notices.findIndex((each) => each.derogationId === derogationId);
    const found = this.notices[index];
    if (found !== undefined) this.notices[index] = { ...found, revokedAt: at };
    return Promise.resolve();
  }

  shorten(_ctx: Context, derogationId: string, endsOn: string): Promise<void> {
    const index = this.notices.findIndex((each) => each.derogationId === derogationId);
    const found = this.notices[index];
    if (found !== undefined) this.notices[index] = { ...found, endsOn };
    return Promise.resolve();
  }

  page(_ctx: Context, first: number, after: string | null): Promise<readonly DerogationNotice[]> {
    const from = after === null ? 0 : this.notices.findIndex((each) => each.derogationId === after) + 1;
    return Promise.resolve(this.notices.slice(from, from + first + 1));
  }
}

/** The desk in memory. @param paths ids from each organisation up to the root @param pools slugs by id @param merged what each took over */
export function memoryDeskPorts(
  paths: ReadonlyMap<string, readonly string[]>,
  pools: ReadonlyMap<string, string> = new Map(),
  rules: readonly RuleTerms[] = [],
  merged: ReadonlyMap<string, readonly string[]> = new Map(),
): DeskPorts {
  return {
    derogations: new MemoryDeskStore(LISTED.derogations, paths),
    searches: new MemoryDeskStore(LISTED.searches, paths),
    questions: new MemoryDeskStore(LISTED.questions, paths),
    doctrine: new MemoryDeskStore(LISTED.doctrine, paths),
    reviews: new MemoryDeskStore(LISTED.reviews, paths),
    assessments: new MemoryDeskStore(LISTED.assessments, paths),
    incidents: new MemoryDeskStore(LISTED.incidents, paths),
    opinions: new MemoryDeskStore(LISTED.opinions, paths),
    notices: new MemoryDerogationNotices(),
    directory: {
      organisationNames: (_ctx, ids) => Promise.resolve(new Map(ids.map((id) => [id, id]))),
      poolSlug: (_ctx, id) => Promise.resolve(pools.get(id) ?? null),
      lineage: (_ctx, id) => Promise.resolve([id, ...(merged.get(id) ?? [])]),
      figures: () => Promise.resolve([]),
    },
    rules: {
      find: (_ctx, id) => Promise.resolve(rules.find((terms) => terms.id === id) ?? null),
      all: () => Promise.resolve(rules),
    },
  };
}
