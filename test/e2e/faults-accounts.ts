import { expect } from "vitest";
import { consoleSums, ledgerSums, requestsOf, total, type Sums } from "../load/accounts.ts";
import type { ConsoleSession } from "../load/console-session.ts";
import type { Seen } from "./faults-traffic.ts";

export async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean, what: string): Promise<T> {
  const deadline = Date.now() + 60_000;
  let fault: unknown = undefined;
  while (Date.now() < deadline) {
    try {
      const value = await read();
      if (holds(value)) return value;
    } catch (error) {
      fault = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never came true: ${what}`, { cause: fault });
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
  await response.arrayBuffer();
  return response.ok;
}

export const becomesReady = (url: string): Promise<boolean> =>
  eventually(() => isReady(url), Boolean, `${url} is ready`);

/** Every application that the auditor sees. */
export async function applicationsOf(auditor: ConsoleSession): Promise<string[]> {
  const { useCases } = await auditor.ask<{
    useCases: { edges: { node: { applications: { id: string }[] } }[] };
  }>("{ useCases(first: 10) { edges { node { applications { id } } } } }");
  return useCases.edges.flatMap(({ node }) => node.applications.map(({ id }) => id));
}

/** Every answered request is in the ledger exactly once, with its tokens, and the sums agree. */
export async function ledgerHolds(
  auditor: ConsoleSession,
  applicationIds: readonly string[],
  seen: readonly Seen[],
): Promise<void> {
  const answered = seen.filter(({ outcome }) => outcome === "answered");
  expect(answered.length).toBeGreaterThan(0);
  expect(new Set(answered.map(({ decision }) => decision)).size).toBe(answered.length);
  const ids = answered.map(({ decision }) => decision as string);
  const requests = await eventually(
    async () => (await Promise.all(applicationIds.map((id) => requestsOf(auditor, id)))).flat(),
    (list) => {
      const held = new Set(list.map(({ id }) => id));
      return ids.every((id) => held.has(id));
    },
    "the ledger holds every answered request",
  );
  const byId = new Map(requests.map((request) => [request.id, request]));
  expect(byId.size).toBe(requests.length);
  for (const { decision, inputTokens, outputTokens } of answered)
    expect(byId.get(decision as string)).toMatchObject({ inputTokens, outputTokens });
  const listed = (): Promise<Sums> =>
    Promise.all(applicationIds.map((id) => requestsOf(auditor, id))).then((lists) => consoleSums(lists.flat()));
  await eventually(
    async () => [total([...(await ledgerSums(auditor)).values()]), await listed()] as const,
    ([ledger, list]) => JSON.stringify(ledger) === JSON.stringify(list),
    "the ledger's totals are the sums of its requests",
  );
}
