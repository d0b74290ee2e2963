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
  /** Endpoints that nobody has spoken of; true once that was waited for. */
  const unknown = new Map<EndpointId, boolean>();
  const listeners: (() => void)[] = [];
  let alone = false;
  let toldAt: number | null = null;
  let replicas = 1;
  const changed = (): void => listeners.forEach((listener) => listener());

  const whileUnknown = (endpointId: EndpointId, slots: number): number => {
    const waited = unknown.get(endpointId);
    if (waited === undefined) {
      unknown.set(endpointId, false);
      after(GRACE_MS, () => {
        if (unknown.has(endpointId)) unknown.set(endpointId, true);
        changed();
      });
    }
    return waited === true ? Math.max(1, Math.floor(slots / replicas)) : 0;
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
        unknown.delete(endpointId);
      }
      changed();
    },
    untold() {
      if (alone) return;
      alone = true;
      changed();
    },
    keepOnly(named) {
      for (const known of [shares, unknown]) {
        for (const id of known.keys()) if (!named.has(id)) known.delete(id);
      }
    },
    onChange: (listener) => void listeners.push(listener),
    shares: () => shares,
    silentForMs: () => (toldAt === null ? null : now() - toldAt),
  };
};
