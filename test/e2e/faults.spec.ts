import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LocalSocle, type RunFile } from "../../scheduler/bench/local-socle.ts";
import { ConsoleSession } from "../load/console-session.ts";
import { applicationsOf, becomesReady, eventually, ledgerHolds } from "./faults-accounts.ts";
import { BUDGETED_KEY, faultsScene, UNBOUND_KEY } from "./faults-scene.ts";
import { callOnce, Traffic, type Seen } from "./faults-traffic.ts";

/** Everything that was seen in any test: the ledger has to hold it at the end of each. */
const everSeen: Seen[] = [];
let socle: LocalSocle;
let auditor: ConsoleSession;
let applicationIds: string[];
let traffic: Traffic | null = null;
let frozen: number | null = null;

beforeAll(async () => {
  socle = await LocalSocle.start(faultsScene);
  auditor = await ConsoleSession.as(socle.run, "auditor");
  applicationIds = await applicationsOf(auditor);
}, 240_000);

afterEach(async () => {
  if (frozen !== null) process.kill(frozen, "SIGCONT");
  frozen = null;
  await traffic?.stop();
  traffic = null;
});

afterAll(async () => {
  await socle?.stop();
}, 60_000);

function start(...keys: string[]): Traffic {
  traffic = new Traffic(() => socle.run.inferenceUrl, keys);
  return traffic;
}

type Program = "postgres" | "controlPlane" | "scheduler";

function pidOf(which: Program): number {
  const pid = socle.run.processes[which];
  if (pid === null) throw new Error(`run.json names no process for ${which}`);
  return pid;
}

/** Kills a process outright and waits for the one that the launcher puts in its place. */
async function killOutright(which: Program): Promise<number> {
  const pid = pidOf(which);
  const killedAt = Date.now();
  process.kill(pid, "SIGKILL");
  const replaced = (run: RunFile): boolean => run.processes[which] !== null && run.processes[which] !== pid;
  await eventually(() => Promise.resolve(socle.run), replaced, `${which} is replaced`);
  return killedAt;
}

async function someAnswersAfter(time: number): Promise<void> {
  const answered = (): number => (traffic?.since(time) ?? []).filter(({ outcome }) => outcome === "answered").length;
  await eventually(
    () => Promise.resolve(answered()),
    (count) => count >= 20,
    "traffic is answered again",
  );
}

/** Stops the traffic; then every answered request is in the ledger exactly once, with its tokens, and the sums agree. */
async function ledgerHoldsEverything(): Promise<void> {
  await traffic?.stop();
  everSeen.push(...(traffic?.seen ?? []));
  await ledgerHolds(auditor, applicationIds, everSeen);
}

it("serves on while PostgreSQL is killed and comes back, and the ledger misses nothing", async () => {
  const running = start(BUDGETED_KEY, UNBOUND_KEY);
  await someAnswersAfter(0);
  const killedAt = await killOutright("postgres");
  await becomesReady(socle.run.consoleUrl);
  await someAnswersAfter(Date.now());
  expect(running.since(killedAt).filter(({ outcome }) => outcome !== "answered")).toEqual([]);
  await ledgerHoldsEverything();
});

it("serves on while the control plane is killed and comes back, and the ledger misses nothing", async () => {
  const running = start(BUDGETED_KEY, UNBOUND_KEY);
  await someAnswersAfter(0);
  const killedAt = await killOutright("controlPlane");
  await becomesReady(socle.run.consoleUrl);
  await someAnswersAfter(Date.now());
  expect(running.since(killedAt).filter(({ outcome }) => outcome !== "answered")).toEqual([]);
  await ledgerHoldsEverything();
});

it("loses no answered request when the scheduler is killed under load", async () => {
  start(BUDGETED_KEY, UNBOUND_KEY);
  await someAnswersAfter(0);
  await killOutright("scheduler");
  await becomesReady(socle.run.inferenceUrl);
  await someAnswersAfter(Date.now());
  await ledgerHoldsEverything();
});

it("a scheduler that restarts while the control plane answers nothing serves from its snapshot on disk", async () => {
  const controlPlane = pidOf("controlPlane");
  frozen = controlPlane;
  process.kill(controlPlane, "SIGSTOP");
  await killOutright("scheduler");
  await becomesReady(socle.run.inferenceUrl);
  const served = await callOnce(socle.run.inferenceUrl, UNBOUND_KEY, true);
  expect(served).toMatchObject({ outcome: "answered", outputTokens: 20 });
  everSeen.push(served);
  // Without a lease, a ceiling refuses: a crash must not be a way around a budget.
  expect(await callOnce(socle.run.inferenceUrl, BUDGETED_KEY, false)).toMatchObject({
    outcome: "refused",
    code: "budget.lease_expired",
  });
  process.kill(controlPlane, "SIGCONT");
  frozen = null;
  const again = await eventually(
    () => callOnce(socle.run.inferenceUrl, BUDGETED_KEY, false),
    ({ outcome }) => outcome === "answered",
    "leases are granted again",
  );
  everSeen.push(again);
  await ledgerHoldsEverything();
});

async function engineUrls(): Promise<string[]> {
  const { pools } = await auditor.ask<{ pools: { deployments: { endpoints: { url: string }[] }[] }[] }>(
    "{ pools { deployments { endpoints { url } } } }",
  );
  return pools.flatMap(({ deployments }) => deployments.flatMap(({ endpoints }) => endpoints.map(({ url }) => url)));
}

async function order(url: string, faults: object): Promise<void> {
  const response = await fetch(`${url}/admin/faults`, { method: "POST", body: JSON.stringify(faults) });
  expect(response.status).toBe(200);
}

it("answers from the other endpoint when a model server resets every connection", async () => {
  const [dead = ""] = await engineUrls();
  const running = start(BUDGETED_KEY, UNBOUND_KEY);
  await someAnswersAfter(0);
  await order(dead, { refuse: "reset" });
  const brokenAt = Date.now();
  await someAnswersAfter(brokenAt);
  await running.stop();
  await order(dead, { refuse: "none" });
  expect(running.since(brokenAt).filter(({ outcome }) => outcome !== "answered")).toEqual([]);
  await ledgerHoldsEverything();
});

it("answers everything that arrives after a model server's process died", async () => {
  const running = start(BUDGETED_KEY, UNBOUND_KEY);
  await someAnswersAfter(0);
  process.kill(socle.run.processes.engines[0] as number, "SIGKILL");
  const killedAt = Date.now();
  await someAnswersAfter(killedAt + 1);
  await running.stop();
  expect(running.since(killedAt + 1).filter(({ outcome }) => outcome !== "answered")).toEqual([]);
  await ledgerHoldsEverything();
});

it("ends a stream that the model server cuts with an error event, and meters what was forwarded", async () => {
  const engines = await engineUrls();
  for (const engine of engines) await order(engine, { cutAfterChunks: 5 });
  const cut = await callOnce(socle.run.inferenceUrl, UNBOUND_KEY, true);
  for (const engine of engines) await order(engine, { cutAfterChunks: null });
  expect(cut).toMatchObject({ outcome: "broken", code: "endpoint.cut" });
  const { decision } = await eventually(
    () =>
      auditor.ask<{ decision: { estimated: boolean; summary: { outcome: string; outputTokens: number } } | null }>(
        "query Why($id: ID!) { decision(id: $id) { estimated summary { outcome outputTokens } } }",
        { id: cut.decision },
      ),
    (answer) => answer.decision !== null,
    "the cut request is in the ledger",
  );
  expect(decision?.estimated).toBe(true);
  expect(decision?.summary.outcome.toLowerCase()).toBe("failed");
  // Counted in forwarded events: the one that opens the stream may be among them.
  expect([5, 6]).toContain(decision?.summary.outputTokens);
});
