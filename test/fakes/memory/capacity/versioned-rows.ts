interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Rows with their versions and the keys that they were created under. */
export class VersionedRows<Row extends Versioned> {
  private readonly rows = new Map<string, Row>();
  private readonly keys = new Map<string, string>();

  all(): readonly Row[] {
    return [...this.rows.values()];
  }

  created(createdBy: string, idempotencyKey: string): Row | null {
    return this.rows.get(this.keys.get(`${createdBy} ${idempotencyKey}`) ?? "") ?? null;
  }

  /** False when the key was used before, or when a row that may stand only once does, as `twin` says. */
  insert(row: Row, createdBy: string, idempotencyKey: string | null, twin?: (other: Row) => boolean): boolean {
    const taken = idempotencyKey !== null && this.created(createdBy, idempotencyKey) !== null;
    if (taken || (twin !== undefined && this.all().some(twin))) return false;
    this.rows.set(row.id, row);
    if (idempotencyKey !== null) this.keys.set(`${createdBy} ${idempotencyKey}`, row.id);
    return true;
  }

  update(row: Row): boolean {
    const stands = this.rows.get(row.id)?.version === row.version - 1;
    if (stands) this.rows.set(row.id, row);
    return stands;
  }
}
