import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { FairQueue } from "../queue/fair-queue.js";
import { createTicket } from "../queue/ticket.js";
import type { Ticket } from "../queue/ticket.js";
import { gapBound } from "./gap-bound.js";
import { poolRights } from "./pool-rights.js";
import { PoolShares } from "./pool-shares.js";
import type { Charge } from "./pool-shares.js";
import { BORROWING } from "./tiers.js";

interface Node {
  readonly name: string;
  readonly weight?: number;
  readonly children?: readonly Node[];
}
type Operation = readonly (string | number)[];
interface Case {
  readonly name: string;
  readonly kind: "dispatch-order" | "token-level" | "sfq" | "bound" | "property";
  readonly weights: unknown;
  readonly arrivals: unknown;
  readonly batchSlots?: number;
  readonly lift?: boolean;
  readonly expected: Readonly<Record<string, unknown>>;
}

const { cases } = readCases<{ cases: Case[] }>("vtc");
const ofKind = (kind: Case["kind"]) => cases.filter((each) => each.kind === kind);

/** Cases that Socle does not follow. */
const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  "no-lift-contrast": "shows the defect that the lift removes; Socle always lifts",
};

/** A tree without rights on a pool of its own: one tier, the counters decide alone. */
const world = (root: Node) => {
  const nodes: { id: string; parentId: string | null }[] = [{ id: "", parentId: null }];
  const weights: { nodeId: string; weight: number }[] = [];
  const add = (node: Node, parentId: string) => {
    nodes.push({ id: node.name, parentId });
    weights.push({ nodeId: node.name, weight: node.weight ?? 1 });
    for (const child of node.children ?? []) add(child, node.name);
  };
  add(root, "");
  const none = { nominal: 0, guarantee: 0, lendLimit: null, borrowLimit: null };
  const made = poolRights(
    nodes,
    weights.map((each) => ({ ...none, ...each })),
    1_000,
  );
  if (!made.ok) throw new Error(made.reason);
  const shares = new PoolShares(made.rights, 0);
  const queue = new FairQueue(shares);
  let arrival = 0;
  const leafOf = (client: string) => shares.tree.indexOf.get(client) ?? -1;
  return {
    counter: (node: string) => shares.counters.counterOf(leafOf(node), BORROWING),
    arrive(client: string, estimate: number) {
      arrival += 1;
      const ticket = createTicket(
        { leafId: client, serviceClass: "standard", estimate, sequences: 1, arrivedAt: 0, deadline: 1 },
        arrival,
      );
      shares.counters.enter(leafOf(client));
      queue.push(ticket);
      return ticket;
    },
    dispatch(): { readonly ticket: Ticket; readonly charge: Charge } | null {
      const ticket = queue.next({ now: 0, unitsPerSequence: 0, batchAllowed: true }, () => "run");
      if (ticket === null) return null;
      ticket.waiting = false;
      queue.remove(ticket);
      const charge = shares.dispatch(leafOf(ticket.leafId), ticket.estimate, 0, 0);
      shares.counters.leave(leafOf(ticket.leafId));
      return { ticket, charge };
    },
    progress: (charge: Charge, cost: number) => shares.progress(charge, cost, 0),
    end: (charge: Charge, cost: number) => shares.end(charge, cost),
  };
};

describe("VTC: order of dispatch", () => {
  const followed = ofKind("dispatch-order").filter(({ name }) => NOT_FOLLOWED[name] === undefined);
  expect(followed).toHaveLength(14);
  it.each(followed)("$name", ({ weights, arrivals, expected }) => {
    const scene = world(weights as Node);
    const order: string[] = [];
    const costs = new Map<Ticket, number>();
    const inFlight: { client: string; charge: Charge; cost: number }[] = [];
    for (const [kind, ...rest] of arrivals as Operation[]) {
      const [client, amount, more] = rest;
      if (kind === "arrive") {
        for (let times = Number(more); times > 0; times -= 1) {
          costs.set(scene.arrive(String(client), Number(amount)), Number(amount));
        }
      } else if (kind === "arriveEst") {
        costs.set(scene.arrive(String(client), Number(more)), Number(amount));
      } else if (kind === "dispatch") {
        for (let times = Number(client); times > 0; times -= 1) {
          const done = scene.dispatch();
          if (done === null) continue;
          order.push(done.ticket.leafId);
          inFlight.push({ client: done.ticket.leafId, charge: done.charge, cost: costs.get(done.ticket) ?? NaN });
        }
      } else {
        const [oldest] = inFlight.splice(
          inFlight.findIndex((each) => each.client === client),
          1,
        );
        if (oldest !== undefined) scene.end(oldest.charge, oldest.cost);
      }
    }
    expect(order).toEqual(expected["order"]);
    for (const [node, counter] of Object.entries(expected["counters"] as Record<string, number>)) {
      expect(scene.counter(node), node).toBeCloseTo(counter, 9);
    }
  });
});

describe("VTC: charged token by token", () => {
  interface Arrival {
    readonly client: string;
    readonly input: number;
    readonly output: number;
    readonly at: number;
  }
  it.each(ofKind("token-level"))("$name", ({ weights, arrivals, batchSlots, expected }) => {
    const requests = arrivals as Arrival[];
    const names = [...new Set(requests.map(({ client }) => client))];
    const weightOf = (name: string) => (weights === "equal" ? 1 : ((weights as Record<string, number>)[name] ?? 1));
    const scene = world({ name: "root", children: names.map((name) => ({ name, weight: weightOf(name) })) });
    const waiting = new Map<Ticket, Arrival>();
    for (const each of requests) waiting.set(scene.arrive(each.client, each.input), each);
    let running: { charge: Charge; of: Arrival; tokens: number }[] = [];
    const admissions: [number, string][] = [];
    for (let step = 0; waiting.size > 0 || running.length > 0; step += 1) {
      while (running.length < (batchSlots ?? 1)) {
        const done = scene.dispatch();
        if (done === null) break;
        const of = waiting.get(done.ticket);
        if (of === undefined) throw new Error("unexpected");
        waiting.delete(done.ticket);
        running.push({ charge: done.charge, of, tokens: 0 });
        admissions.push([step, of.client]);
      }
      for (const each of running) {
        each.tokens += 1;
        scene.progress(each.charge, each.of.input + 2 * each.tokens);
        if (each.tokens === each.of.output) scene.end(each.charge, each.of.input + 2 * each.tokens);
      }
      running = running.filter(({ tokens, of }) => tokens < of.output);
    }
    expect(admissions).toEqual(expected["admissions"]);
    for (const [node, counter] of Object.entries(expected["counters"] as Record<string, number>)) {
      expect(scene.counter(node), node).toBeCloseTo(counter, 9);
    }
  });
});

describe("start-time fair queueing", () => {
  it.each(ofKind("sfq"))("$name: counters before dispatch are the start tags", ({ weights, arrivals, expected }) => {
    const names = Object.entries(weights as Record<string, number>);
    const scene = world({ name: "root", children: names.map(([name, weight]) => ({ name, weight })) });
    for (const [client, length] of arrivals as [string, number][]) scene.arrive(client, length);
    const order: string[] = [];
    const tags = new Map<string, [number, number][]>();
    for (;;) {
      const before = new Map(names.map(([name]) => [name, scene.counter(name)]));
      const done = scene.dispatch();
      if (done === null) break;
      const { leafId } = done.ticket;
      order.push(leafId);
      tags.set(leafId, [...(tags.get(leafId) ?? []), [before.get(leafId) ?? NaN, scene.counter(leafId)]]);
    }
    expect(order).toEqual(expected["order"]);
    const made = names.flatMap(([name]) => (tags.get(name) ?? []).map((tag) => [name, ...tag]));
    expect(made).toEqual(expected["tags"]);
    const lengths = (name: string) => (arrivals as [string, number][]).flatMap(([of, l]) => (of === name ? [l] : []));
    const traffic = names.map(([name, weight]) => ({
      weight,
      largestCost: Math.max(...lengths(name)),
      inFlight: 1,
      underEstimate: 0,
      overEstimate: 0,
    }));
    const [f, m] = traffic;
    if (f === undefined || m === undefined) throw new Error("unexpected");
    expect(String(expected["bound"])).toMatch(new RegExp(`= ${gapBound(f, m)}$`, "u"));
  });
});

describe("VTC: values of its theorem", () => {
  // VTC charges input at dispatch and output as it comes: a side may be ahead by U = max(w_p·L, w_q·M) in all.
  it.each(ofKind("bound"))("$name", ({ arrivals, expected }) => {
    const { maxInput, kvTokens, clients, serviceRatePerS } = arrivals as Record<string, number | null>;
    const [input, output] = [maxInput ?? NaN, 2 * (kvTokens ?? NaN)];
    const u = Math.max(input, output);
    expect(u).toBe(expected["U"]);
    const side = { weight: 1, largestCost: u, inFlight: 0, underEstimate: 0, overEstimate: 0 };
    expect(gapBound(side, side)).toBe(expected["pairwise"]);
    expect(output).toBe(expected["lower"]);
    if (serviceRatePerS == null || clients == null) return;
    expect(((clients - 1) * gapBound(side, side)) / serviceRatePerS).toBe(expected["delay_s"]);
  });
});
