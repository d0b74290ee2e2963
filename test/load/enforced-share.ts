import { setTimeout as sleep } from "node:timers/promises";
import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { BusyLines } from "./busy-lines.ts";
import { rightsOf, type Right } from "./campaign-round.ts";
import type { ConsoleSession } from "./console-session.ts";
import { eventually } from "./eventually.ts";
import type { Participant } from "./replay-trace.ts";

type Say = (line: string) => void;

/** Applications of the two ministries whose data only the shared pool may process, in the ministries' order. */
const APPLICATIONS = ["memoire-ia-prod", "synthese-dossiers-essai"] as const;
/** Requests that each ministry keeps under way all the time: some wait, whatever its right; none so long that it is given up. */
const BACKLOGS = [80, 38] as const;
/** Answers of each ministry after which the first rush, over what nobody used yet, is over. */
const WARM_UP_ANSWERS = 10;
const WARM_UP_MS = 30_000;
const MEASURED_MS = 6000;
/** A voted right is enforced within this time, and proved by the last three seconds of it. */
const ENFORCED_MS = 5000;
const PROOF_MS = 3000;
/** Points of share, of 1: what a share measured over six seconds may be away from the rights. */
const TOLERANCE = 0.06;
/** How far apart old and new rights have to be, and how much of that way the share within the bound may lack to the new. */
const CONTRAST = 0.2;
const LACKING = 0.4;

interface Scene {
  readonly run: RunFile;
  readonly ariane: ConsoleSession;
  readonly auditor: ConsoleSession;
  readonly participants: readonly Participant[];
  readonly say: Say;
}

/**
 * Two ministries always have requests waiting, before the vote takes effect and after, and may borrow nothing: what each is
 * served is its right alone. Old and new rights are far apart; the share measured just before the five seconds are over has to
 * be near the new one, on the far side of the middle between both.
 */
export async function proveEnforcement(scene: Scene, activate: () => Promise<void>): Promise<void> {
  const { run, auditor, say } = scene;
  const before = await withoutBorrowing(scene);
  const busy = APPLICATIONS.map((slug, at) => {
    return new BusyLines(run, slug, scene.participants[at + 1] as Participant, BACKLOGS[at] ?? 0, at + 1);
  });
  await eventually(
    () => Promise.resolve(isWarm(busy) ? true : null),
    WARM_UP_MS,
    () => "the ministries were served too slowly to measure their shares",
  );
  const measuredFrom = performance.now();
  await sleep(MEASURED_MS);
  await decidedBy(scene, busy, before, measuredFrom);
  const activated = performance.now();
  const reached = await activateAndWait(scene, activate);
  const after = await rightsOf(auditor);
  const old = dueTo(before);
  const due = dueTo(after);
  say(
    `rights of ${gpus(before)} GPUs become ${gpus(after)}: shares of ${percent(old)} and ${percent(due)} for the first`,
  );
  if (Math.abs(due - old) < CONTRAST) throw new Error(`the rights are too near each other to tell them apart`);
  await sleep(activated + ENFORCED_MS - performance.now());
  await decidedBy(scene, busy, after, activated + reached);
  const steadyUntil = activated + ENFORCED_MS + MEASURED_MS;
  await sleep(steadyUntil - performance.now());
  await Promise.all(busy.map((each) => each.stop()));
  const share = (from: number, to: number): number => shareOf(busy.map((each) => each.servedBetween(from, to)));

  const last = `in the ${PROOF_MS / 1000} s that end ${ENFORCED_MS / 1000} s after the activation`;
  const proof = share(activated + ENFORCED_MS - PROOF_MS, activated + ENFORCED_MS);
  const measured: readonly Measured[] = [
    { when: "before", seen: share(measuredFrom, measuredFrom + MEASURED_MS), due: old, tolerance: TOLERANCE },
    { when: last, seen: proof, due, tolerance: LACKING * Math.abs(due - old) },
    { when: "after", seen: share(activated + ENFORCED_MS, steadyUntil), due, tolerance: TOLERANCE },
  ];
  for (const { when, seen, due, tolerance } of measured)
    say(`${when}: ${percent(seen)} of the GPU-seconds served, due ${percent(due)} ± ${percent(tolerance)}`);
  const off = measured.find(({ seen, due, tolerance }) => !(Math.abs(seen - due) <= tolerance));
  if (off !== undefined) throw new Error(`${off.when}, the share served is away from the rights`);
}

interface Measured {
  readonly when: string;
  readonly seen: number;
  readonly due: number;
  readonly tolerance: number;
}

const isWarm = (busy: readonly BusyLines[]): boolean => busy.every(({ answers }) => answers >= WARM_UP_ANSWERS);

/** The same rights, without what may be borrowed on top. */
async function withoutBorrowing({ ariane, auditor, say }: Scene): Promise<readonly Right[]> {
  for (const { nodeName: _, ...right } of await rightsOf(auditor))
    await ariane.change("grantAllocation", "GrantAllocationInput", "... on Allocation { id }", {
      ...right,
      borrowLimit: 0,
      reason: "Mesure de la part servie, sans emprunt",
    });
  const rights = await rightsOf(auditor);
  say(`${rights.map(({ nodeName, nominal }) => `${nodeName} ${nominal} GPUs`).join(", ")}, and nothing to borrow`);
  return rights;
}

/** Activates what was voted; how many milliseconds until the scheduler decides by a snapshot that has it. */
async function activateAndWait({ run, say }: Scene, activate: () => Promise<void>): Promise<number> {
  const number = await snapshotNumber(run);
  const start = performance.now();
  await activate();
  const moved = await snapshotAfter(run, number, "the round was activated");
  const elapsed = performance.now() - start;
  say(`activated: the scheduler decides by snapshot ${moved} after ${elapsed.toFixed(0)} ms (bound ${ENFORCED_MS})`);
  return elapsed;
}

const snapshotAfter = (run: RunFile, number: number, since: string): Promise<number> =>
  eventually(
    async () => {
      const seen = await snapshotNumber(run);
      return seen > number ? seen : null;
    },
    ENFORCED_MS,
    () => `the scheduler still decides by snapshot ${number}, ${ENFORCED_MS} ms after ${since}`,
  );

async function snapshotNumber({ inferenceUrl }: RunFile): Promise<number> {
  const text = await (await fetch(`${inferenceUrl}/metrics`)).text();
  return Number(/^socle_snapshot_number (\d+)/m.exec(text)?.[1] ?? NaN);
}

/** The decision of an answer of each ministry names the right that is in force. */
async function decidedBy(
  { run, say }: Scene,
  busy: readonly BusyLines[],
  rights: readonly Right[],
  since: number,
): Promise<void> {
  for (const [at, { nodeId, nodeName, nominal }] of rights.entries()) {
    const lines = busy[at];
    const id = lines?.decisionAfter(since) ?? null;
    if (lines === undefined || id === null) throw new Error(`${nodeName} was served nothing`);
    const level = await levelOf(run, lines.key, id, nodeId);
    if (level?.right !== nominal)
      throw new Error(`decision ${id} knows a right of ${level?.right} GPUs, ${nodeName} has ${nominal}`);
    say(`decision ${id}: ${nodeName} has a right of ${level.right} GPUs, and runs on ${level.occupied.toFixed(2)}`);
  }
}

interface Level {
  readonly nodeId: string;
  readonly right: number;
  readonly occupied: number;
}

async function levelOf(run: RunFile, key: string, id: string, nodeId: string): Promise<Level | undefined> {
  const query = "query Why($id: ID!) { decision(id: $id) { ... on Decision { fairness { nodeId right occupied } } } }";
  const response = await fetch(`${run.inferenceUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const { data } = (await response.json()) as { data?: { decision?: { fairness?: readonly Level[] } | null } };
  return data?.decision?.fairness?.find((level) => level.nodeId === nodeId);
}

/** Share of the first ministry: GPU-seconds are served at the rate of the rights, while both always have requests waiting. */
const dueTo = (rights: readonly Right[]): number => shareOf(rights.map(({ nominal }) => nominal));

const shareOf = ([first = 0, second = 0]: readonly number[]): number => first / (first + second);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const gpus = (rights: readonly Right[]): string => rights.map(({ nominal }) => String(nominal)).join(" and ");
