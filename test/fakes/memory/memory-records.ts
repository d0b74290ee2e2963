import type { Context } from "../../../control-plane/src/kernel/use-case.js";

interface Identified {
  readonly id: string;
}

/** Rows by their ids, in the order in which they were first put. */
export class MemoryRows<Row extends Identified> {
  private readonly byId = new Map<string, Row>();

  find(_ctx: Context, id: string): Promise<Row | null> {
    return Promise.resolve(this.get(id) ?? null);
  }

  findMany(_ctx: Context, ids: readonly string[]): Promise<readonly Row[]> {
    return Promise.resolve(this.where(({ id }) => ids.includes(id)));
  }

  get(id: string): Row | undefined {
    return this.byId.get(id);
  }

  where(holds: (row: Row) => boolean = () => true): Row[] {
    return [...this.byId.values()].filter(holds);
  }

  one(holds: (row: Row) => boolean): Promise<Row | null> {
    return Promise.resolve(this.where(holds)[0] ?? null);
  }

  put(row: Row): Promise<void> {
    this.byId.set(row.id, row);
    return Promise.resolve();
  }

  /** Puts a row unless another one stands in its way; false then. */
  async putUnless(isInItsWay: (other: Row) => boolean, row: Row): Promise<boolean> {
    const taken = this.where(isInItsWay).length > 0;
    if (!taken) await this.put(row);
    return !taken;
  }
}

/** Rows with their versions. */
export class MemoryRecords<Row extends Identified & { readonly version: number }> extends MemoryRows<Row> {
  async update(_ctx: Context, row: Row): Promise<boolean> {
    const stands = this.isNext(row);
    if (stands) await this.put(row);
    return stands;
  }

  isNext({ id, version }: Row): boolean {
    return this.get(id)?.version === version - 1;
  }
}
