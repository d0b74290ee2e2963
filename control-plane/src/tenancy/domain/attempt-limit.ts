export interface AttemptRate {
  /** Attempts that may come at once. */
  readonly burst: number;
  /** How long until one more may come. */
  readonly refillMs: number;
  /** Places that are remembered; beyond it the one that was quiet longest is forgotten. */
  readonly places: number;
}

interface Bucket {
  left: number;
  at: number;
}

/**
 * How often somebody at one place may try: a bucket for each, refilled with time. Of one process: beside n others a place
 * has n times as many, which is still few.
 */
export class AttemptLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly rate: AttemptRate) {}

  /** @returns 0 when it may be tried, or how many milliseconds to wait */
  waitFor(place: string, now: number): number {
    const { burst, refillMs, places } = this.rate;
    const { left, at } = this.buckets.get(place) ?? { left: burst, at: now };
    // A clock that went back gives nothing and takes nothing.
    const filled = Math.min(burst, left + Math.max(0, now - at) / refillMs);
    const allowed = filled >= 1;
    this.buckets.delete(place);
    this.buckets.set(place, { left: allowed ? filled - 1 : filled, at: now });
    const [quietest] = this.buckets.keys();
    if (this.buckets.size > places && quietest !== undefined) this.buckets.delete(quietest);
    return allowed ? 0 : Math.ceil((1 - filled) * refillMs);
  }
}

/** Where an attempt comes from: an address, or the network of one subscriber where addresses are plenty. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head.split(":").filter(Boolean);
  const rest = tail === undefined ? [] : tail.split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => "0"), ...rest];
  return `${all.slice(0, 4).join(":")}::/64`;
}
