/** Seconds of the measured rate that a replica wants free; a lease call comes about every second. */
const HORIZON_SECONDS = 5;
/** Weight of the last interval in the measured rate. */
const SMOOTHING = 0.4;
/** What is free above this multiple of the target is given back, so that small swings cause no traffic. */
const RETURN_ABOVE = 4;
/** Calls without any reservation after which everything free is given back. */
const IDLE_CALLS = 30;

interface LeasePlan {
  /** Sum of what is waited for. */
  readonly pending: number;
  /** Smallest ask among what is waited for; 0 when nobody waits. */
  readonly smallest: number;
  readonly least: number;
  readonly wanted: number;
  /** To give back. */
  readonly excess: number;
  /** Nobody has asked for a while. */
  readonly idle: boolean;
}

/** How much of one budget a replica should hold, from what its requests reserve. */
export interface LeaseDemand {
  /** A request reserved `amount`. */
  reserved(amount: number): void;
  /** A request asked for `amount` and what is free does not cover it. Whoever still waits after a call says so again. */
  blocked(amount: number): void;
  /** Once a lease call: what to ask for and what to give back, given what is free. */
  plan(free: number, monotonicNow: number): LeasePlan;
}

export const createLeaseDemand = (startedAt: number): LeaseDemand => {
  let since = startedAt;
  let interval = 0;
  let largest = 0;
  let rate = 0;
  let pending = 0;
  let smallest = Infinity;
  let idleCalls = 0;
  return {
    reserved(amount) {
      interval += amount;
      if (amount > largest) largest = amount;
    },
    blocked(amount) {
      pending += amount;
      if (amount < smallest) smallest = amount;
      if (amount > largest) largest = amount;
    },
    plan(free, monotonicNow) {
      const seconds = Math.max(0.05, (monotonicNow - since) / 1000);
      since = monotonicNow;
      rate += SMOOTHING * (interval / seconds - rate);
      idleCalls = interval > 0 || pending > 0 ? 0 : idleCalls + 1;
      const idle = idleCalls >= IDLE_CALLS;
      if (idle) largest = rate = 0;
      const target = Math.ceil(pending + Math.max(rate * HORIZON_SECONDS, largest * 2));
      const least = Math.max(0, Math.ceil(pending - free));
      const waited = { pending, smallest: pending > 0 ? smallest : 0 };
      interval = 0;
      pending = 0;
      smallest = Infinity;
      return {
        ...waited,
        least,
        wanted: Math.max(least, Math.ceil(target - free), 0),
        excess: free > target * RETURN_ABOVE ? Math.floor(free - target) : 0,
        idle,
      };
    },
  };
};
