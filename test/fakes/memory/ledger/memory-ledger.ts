import { addAmounts, type Amounts } from "@socle/contracts";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { TakenIn } from "../../../../control-plane/src/ledger/domain/batch.js";
import { amountsOf, sumAmounts } from "../../../../control-plane/src/ledger/domain/record-amounts.js";
import {
  rollUp,
  type DailyUsage,
  type Dimensions,
  type LedgerEntry,
} from "../../../../control-plane/src/ledger/domain/ledger-entry.js";
import type { DayAmounts, UsageGroup } from "../../../../control-plane/src/ledger/domain/usage-report.js";
import type { OrganisationTree } from "../../../../control-plane/src/ledger/ports/organisation-tree.port.js";
import type {
  RequestCatalogue,
  RequestCursor,
  RequestFilter,
} from "../../../../control-plane/src/ledger/ports/request-catalogue.port.js";
import type {
  DayRange,
  LedgerTotals,
  UsageLedger,
} from "../../../../control-plane/src/ledger/ports/usage-ledger.port.js";
import { by } from "../memory-list.js";

const COLUMN = {
  ministry: "organisationId",
  organisation: "organisationId",
  use_case: "useCaseId",
  application: "applicationId",
  model: "modelId",
} as const satisfies Record<UsageGroup, keyof Dimensions>;

const newestFirst = by(({ record: { decision } }: LedgerEntry) => [decision.at, decision.id], "descending");

/** Both readings of the ledger over one list, as they share tables in PostgreSQL. */
export class MemoryLedger implements UsageLedger, RequestCatalogue {
  private readonly takenIn = new Map<string, TakenIn>();
  private readonly entries: LedgerEntry[] = [];
  private readonly lines: DailyUsage[] = [];

  constructor(private readonly subtree: (organisationId: string) => ReadonlySet<string>) {}

  lockTakenIn(_ctx: Context, replica: string, epoch: number): Promise<TakenIn> {
    return Promise.resolve(this.takenIn.get(`${replica}/${String(epoch)}`) ?? { highWater: 0, setAside: new Set() });
  }

  setTakenIn(_ctx: Context, replica: string, epoch: number, takenIn: TakenIn): Promise<void> {
    this.takenIn.set(`${replica}/${String(epoch)}`, takenIn);
    return Promise.resolve();
  }

  append(_ctx: Context, entries: readonly LedgerEntry[]): Promise<void> {
    this.entries.push(...entries);
    this.lines.push(...rollUp(entries));
    return Promise.resolve();
  }

  daily(_ctx: Context, range: DayRange, group: UsageGroup): Promise<readonly DayAmounts[]> {
    const rows = new Map<string, DayAmounts>();
    for (const line of this.within(range)) {
      const key = line[COLUMN[group]];
      const id = `${line.day}/${String(key)}`;
      const amounts = addAmounts(rows.get(id)?.amounts ?? {}, line.amounts);
      rows.set(id, { day: line.day, key, amounts });
    }
    return Promise.resolve([...rows.values()]);
  }

  ofUseCases(_ctx: Context, range: DayRange, ids: readonly string[]): Promise<ReadonlyMap<string, Amounts>> {
    const totals = new Map<string, Amounts>();
    for (const { useCaseId, amounts } of this.within(range)) {
      if (useCaseId === null || !ids.includes(useCaseId)) continue;
      totals.set(useCaseId, addAmounts(totals.get(useCaseId) ?? {}, amounts));
    }
    return Promise.resolve(totals);
  }

  newest(): Promise<Date | null> {
    return Promise.resolve(this.newestEntry());
  }

  totals(_ctx: Context, fromRecords = false): Promise<LedgerTotals> {
    const amounts = fromRecords
      ? this.entries.map(({ record }) => amountsOf(record))
      : this.lines.map((line) => line.amounts);
    return Promise.resolve({ amounts: sumAmounts(amounts), newest: this.newestEntry() });
  }

  page(
    _ctx: Context,
    filter: RequestFilter,
    first: number,
    after: RequestCursor | null,
  ): Promise<readonly LedgerEntry[]> {
    const behind = ({ record: { decision } }: LedgerEntry): boolean =>
      after === null || decision.at < after.at || (decision.at === after.at && decision.id < after.decisionId);
    const found = this.entries.filter((entry) => behind(entry) && this.matches(entry, filter));
    return Promise.resolve(found.sort(newestFirst).slice(0, first));
  }

  find(_ctx: Context, decisionId: string): Promise<LedgerEntry | null> {
    return Promise.resolve(this.entries.find(({ record }) => record.decision.id === decisionId) ?? null);
  }

  private newestEntry(): Date | null {
    const times = this.entries.map(({ record }) => record.decision.at);
    return times.length === 0 ? null : new Date(Math.max(...times));
  }

  private within({ fromDay, toDay }: DayRange): readonly DailyUsage[] {
    return this.lines.filter((line) => line.day >= fromDay && line.day <= toDay);
  }

  private matches(entry: LedgerEntry, filter: RequestFilter): boolean {
    const { decision } = entry.record;
    const { organisationId } = filter;
    return (
      (filter.outcomes?.includes(decision.outcome) ?? true) &&
      (filter.codes === undefined || (decision.code !== null && filter.codes.includes(decision.code))) &&
      (filter.useCaseId === undefined || entry.useCaseId === filter.useCaseId) &&
      (filter.applicationId === undefined || entry.applicationId === filter.applicationId) &&
      (organisationId === undefined || this.subtree(organisationId).has(entry.organisationId)) &&
      (filter.from === undefined || decision.at >= filter.from.getTime()) &&
      (filter.to === undefined || decision.at < filter.to.getTime()) &&
      (filter.decisionId === undefined || decision.id === filter.decisionId) &&
      (filter.decisionRef === undefined || decision.asked?.decisionRef === filter.decisionRef)
    );
  }
}

/** A tree given as child → parent; the root's parent is `null`. */
export class MemoryOrganisationTree implements OrganisationTree {
  constructor(private readonly parents: ReadonlyMap<string, string | null>) {}

  root(): Promise<string> {
    const root = [...this.parents.entries()].find(([, parent]) => parent === null)?.[0];
    return root === undefined ? Promise.reject(new Error("the tree has no root")) : Promise.resolve(root);
  }

  known(_ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(ids.filter((id) => this.parents.has(id))));
  }

  async ministriesOf(_ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const root = await this.root();
    const ministry = (id: string): string => {
      const parent = this.parents.get(id) ?? null;
      return parent === null || parent === root ? id : ministry(parent);
    };
    return new Map(ids.map((id) => [id, ministry(id)]));
  }

  /** An organisation and everything below it. */
  subtree(id: string): ReadonlySet<string> {
    const below = [...this.parents.entries()].filter(([, parent]) => parent === id).map(([child]) => child);
    return new Set([id, ...below.flatMap((child) => [...this.subtree(child)])]);
  }
}
