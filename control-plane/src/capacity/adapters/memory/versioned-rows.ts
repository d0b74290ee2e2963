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

  insert(row: Row, createdBy: string, idempotencyKey: string | null): void {
    this.rows.set(row.id, row);
    if (idempotencyKey !== null) this.keys.set(`${createdBy} ${idempotencyKey}`, row.id);
  }

  update(row: Row): boolean {
    const stands = this.rows.get(row.id)?.version === row.version - 1;
    if (stands) this.rows.set(row.id, row);
    return stands;
  }
}
