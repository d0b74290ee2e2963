/** What stands still in this process, and does not keep it from answering requests. */
export class StandingFaults {
  private readonly codes = new Map<string, string>();

  /** @param code null once it goes again */
  set(part: string, code: string | null): void {
    if (code === null) this.codes.delete(part);
    else this.codes.set(part, code);
  }

  /** `part: code`, by part. */
  list(): readonly string[] {
    return [...this.codes].map(([part, code]) => `${part}: ${code}`).toSorted();
  }
}
