import type { EndpointId, EndpointShareV1 } from "@socle/contracts";

/** How long a new endpoint waits for the first word about it. */
const GRACE_MS = 2_000;

/** Sequences that this replica may have on each endpoint, beside the other replicas. */
export interface SlotShares {
  /**
   * Of an endpoint's `slots`, those of this replica. What it was last told holds until it is told otherwise. Nothing for
   * an endpoint that nobody has spoken of yet; when no word comes within two seconds, an equal part for each replica last
   * heard of.
   */
  limitOf(endpointId: EndpointId, slots: number): number;
  told(shares: readonly EndpointShareV1[], replicas: number): void;
  /** The control plane answers and shares nothing out: every endpoint is this replica's alone. */
  untold(): void;
  /** Forgets endpoints that are named no more. */
  keepOnly(named: { has(endpointId: EndpointId): boolean }): void;
  /** Calls back when a share may have become larger. */
  onChange(listener: () => void): void;
  /** What was last told, for metrics. */
  shares(): ReadonlyMap<EndpointId, number>;
  /** Milliseconds since the last word; `null` before the first. */
  silentForMs(): number | null;
}

export interface SlotSharesSenses {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Runs an action after some milliseconds. */
  readonly after: (ms: number, action: () => void) => void;
}

export const createSlotShares = ({ now, after }: SlotSharesSenses): SlotShares => {
  const shares = new Map<EndpointId, number>();
  const unknownSince = new Map<EndpointId, number>();
  const listeners: (() => void)[] = [];
  let alone = false;
  let toldAt: number | null = null;
  let replicas = 1;
  const changed = (): void => listeners.forEach((listener) => listener());

  const whileUnknown = (endpointId: EndpointId, slots: number): number => {
    const since = unknownSince.get(endpointId);
    if (since === undefined) {
      unknownSince.set(endpointId, now());
      after(GRACE_MS, changed);
      return 0;
    }
    return now() - since < GRACE_MS ? 0 : Math.max(1, Math.floor(slots / replicas));
  };

  return {
    limitOf(endpointId, slots) {
      if (alone) return slots;
      const share = shares.get(endpointId);
      return share === undefined ? whileUnknown(endpointId, slots) : Math.min(share, slots);
    },
    told(told, replicasHeard) {
      alone = false;
      toldAt = now();
      replicas = Math.max(1, replicasHeard);
      for (const { endpointId, slots } of told) {
        shares.set(endpointId, slots);
        unknownSince.delete(endpointId);
      }
      changed();
    },
    untold() {
      if (alone) return;
      alone = true;
      changed();
    },
    keepOnly(named) {
      for (const known of [shares, unknownSince]) {
        for (const id of known.keys()) if (!named.has(id)) known.delete(id);
      }
    },
    onChange: (listener) => void listeners.push(listener),
    shares: () => shares,
    silentForMs: () => (toldAt === null ? null : now() - toldAt),
  };
};
