const MOST = 4096;

/**
 * What was decided of the same facts on the same day, the least lately asked forgotten first. Belongs to one snapshot,
 * hence to one bundle, and forgets all when the day changes: a legal date takes effect at midnight in Paris.
 */
export class JudgementMemo<Value> {
  private day = "";
  private readonly held = new Map<string, Value>();

  constructor(private readonly most = MOST) {}

  get(day: string, key: string): Value | undefined {
    if (day !== this.day) {
      this.held.clear();
      this.day = day;
    }
    const found = this.held.get(key);
    if (found !== undefined && this.held.size > this.most / 2) {
      this.held.delete(key);
      this.held.set(key, found);
    }
    return found;
  }

  /** Keeps `value` for the day last asked about. */
  keep(key: string, value: Value): Value {
    this.held.set(key, value);
    if (this.held.size > this.most) for (const [oldest] of this.held) return this.forget(oldest, value);
    return value;
  }

  private forget(key: string, value: Value): Value {
    this.held.delete(key);
    return value;
  }
}
