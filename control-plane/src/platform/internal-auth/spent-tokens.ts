/** Far more than replicas make in a minute; beyond it the oldest are forgotten first. */
const MOST = 100_000;

/** Tokens that were used, until they expire by themselves. Only tokens whose signature holds come here. */
export class SpentTokens {
  private readonly until = new Map<string, number>();

  /** False when this token was spent before. Times in milliseconds. */
  spend(token: string, until: number, now: number): boolean {
    for (const [oldest, end] of this.until) {
      if (end > now && this.until.size < MOST) break;
      this.until.delete(oldest);
    }
    if (this.until.has(token)) return false;
    this.until.set(token, until);
    return true;
  }
}
