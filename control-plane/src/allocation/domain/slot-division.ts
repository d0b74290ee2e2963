import type { DemandV1 } from "@socle/contracts";
import { apportion } from "@socle/contracts";

/** What one replica has to serve on a deployment. */
export interface ReplicaDemand {
  readonly demand: readonly Omit<DemandV1, "deploymentId">[];
}

interface NodeDemand {
  sequences: number;
  right: number;
  weight: number;
  /** Sequences by replica. */
  readonly at: number[];
  part: number;
}

const collect = (replicas: readonly ReplicaDemand[]): NodeDemand[] => {
  const nodes = new Map<string, NodeDemand>();
  for (const [index, { demand }] of replicas.entries()) {
    for (const { nodeId, sequences, right, weight } of demand) {
      if (sequences <= 0) continue;
      const node = nodes.get(nodeId) ?? { sequences: 0, right: 0, weight: 0, at: replicas.map(() => 0), part: 0 };
      nodes.set(nodeId, node);
      node.sequences += sequences;
      node.at[index] = (node.at[index] ?? 0) + sequences;
      // Replicas may be on different snapshots: one figure for all, whatever the order of their calls.
      node.right = Math.max(node.right, right);
      node.weight = Math.max(node.weight, weight);
    }
  }
  return [...nodes.values()];
};

/** Everyone its right as far as it asks for it, then the rest by weight as far as they ask. Answers what nobody asks for. */
const serve = (slots: number, nodes: readonly NodeDemand[]): number => {
  const rights = nodes.reduce((sum, { right, sequences }) => sum + Math.min(right, sequences), 0);
  const scale = rights > slots ? slots / rights : 1;
  for (const node of nodes) node.part = scale * Math.min(node.right, node.sequences);
  let left = slots - Math.min(rights, slots);
  for (let moved = true; moved && left > 0;) {
    moved = false;
    const hungry = nodes.filter(({ part, sequences }) => part < sequences);
    const weighed = hungry.filter(({ weight }) => weight > 0);
    // Weight 0 has what nobody else asks for.
    const open = weighed.length > 0 ? weighed : hungry;
    const weights = open.reduce((sum, { weight }) => sum + (weighed.length > 0 ? weight : 1), 0);
    const given = left;
    for (const node of open) {
      const share = (given * (weighed.length > 0 ? node.weight : 1)) / weights;
      const need = node.sequences - node.part;
      const taken = Math.min(share, need);
      node.part = need <= share ? node.sequences : node.part + taken;
      left -= taken;
      moved ||= need <= share;
    }
  }
  return Math.max(0, left);
};

const atLeastOne = (parts: number[], slots: number): number[] => {
  if (slots < parts.length) return parts;
  for (const [index, part] of parts.entries()) {
    if (part > 0) continue;
    const richest = parts.indexOf(Math.max(...parts));
    parts[richest] = (parts[richest] ?? 0) - 1;
    parts[index] = 1;
  }
  return parts;
};

/**
 * Splits a deployment's slots among replicas: each part of the tree has what its right and its weight give it of them, no
 * more than it asks for, in proportion to what it has at each replica; what nobody asks for is spread evenly, so that a
 * newcomer need not wait. So a ministry that comes through one replica has its right there, however long another's line
 * is. Integers by largest remainder that add up to `slots`; one at least for each replica while there are enough.
 */
export const divideSlots = (slots: number, replicas: readonly ReplicaDemand[]): number[] => {
  const nodes = collect(replicas);
  const spare = serve(slots, nodes) / Math.max(1, replicas.length);
  const claims = replicas.map((_, index) =>
    nodes.reduce((sum, { part, at, sequences }) => sum + (part * (at[index] ?? 0)) / sequences, spare),
  );
  return atLeastOne(apportion(slots, claims), slots);
};

/** An endpoint with its slots, and by replica whether it takes part there. */
export interface DealtEndpoint {
  readonly slots: number;
  readonly takers: readonly boolean[];
}

/**
 * Deals the parts of a deployment's slots over its endpoints: each endpoint in proportion to the parts, remainders carried
 * to the next, so that no replica loses all of them. By endpoint and replica; an endpoint's row adds up to its slots.
 */
export const dealSlots = (endpoints: readonly DealtEndpoint[], parts: readonly number[]): number[][] => {
  const owed = parts.map(() => 0);
  return endpoints.map(({ slots, takers }) => {
    const takes = parts.map((part, index) => (takers[index] === true ? part : 0));
    const all = takes.reduce((sum, part) => sum + part, 0);
    const dealt = parts.map(() => 0);
    if (all === 0) return dealt;
    const wanted = takes.map((part, index) => (part > 0 ? (owed[index] ?? 0) + (slots * part) / all : 0));
    for (const [index, want] of wanted.entries()) dealt[index] = Math.max(0, Math.floor(want + 1e-9));
    let left = slots - dealt.reduce((sum, count) => sum + count, 0);
    while (left !== 0) {
      const step = Math.sign(left);
      let best = -1;
      for (const [index, want] of wanted.entries()) {
        if ((takes[index] ?? 0) === 0 || (step < 0 && dealt[index] === 0)) continue;
        const miss = step * (want - (dealt[index] ?? 0));
        if (best < 0 || miss > step * ((wanted[best] ?? 0) - (dealt[best] ?? 0))) best = index;
      }
      dealt[best] = (dealt[best] ?? 0) + step;
      left -= step;
    }
    for (const [index, part] of takes.entries()) if (part > 0) owed[index] = (wanted[index] ?? 0) - (dealt[index] ?? 0);
    return dealt;
  });
};
