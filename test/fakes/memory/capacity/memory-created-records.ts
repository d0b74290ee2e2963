import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { MemoryRecords } from "../memory-records.js";

/** Records and the keys that they were created under. */
export class MemoryCreatedRecords<
  Row extends { readonly id: string; readonly version: number },
> extends MemoryRecords<Row> {
  private readonly idByKey = new Map<string, string>();

  findCreated(_ctx: Context, createdBy: string, idempotencyKey: string): Promise<Row | null> {
    return Promise.resolve(this.get(this.idByKey.get(`${createdBy} ${idempotencyKey}`) ?? "") ?? null);
  }

  /** False when the key was used before, or when a row that may stand only once does, as `isTwin` says. */
  protected async create(
    row: Row,
    createdBy: string,
    idempotencyKey: string | null,
    isTwin: (other: Row) => boolean = () => false,
  ): Promise<boolean> {
    const key = idempotencyKey === null ? null : `${createdBy} ${idempotencyKey}`;
    if (key !== null && this.idByKey.has(key)) return false;
    const written = await this.putUnless(isTwin, row);
    if (written && key !== null) this.idByKey.set(key, row.id);
    return written;
  }
}
