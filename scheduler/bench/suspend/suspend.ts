import { join } from "node:path";
import { LocalSocle } from "../local-socle.ts";
import { ReplicaProcess } from "../quota/replica-process.ts";
import type { Bench, Report } from "../result.ts";
import { ComplianceSession } from "./compliance-session.ts";
import { ImmediateEngine } from "./immediate-engine.ts";
import { PollingForm } from "./polling-form.ts";
import { askOnce, untilRefused } from "./refusal-watch.ts";
import { keyOf, suspendScene, USE_CASES } from "./scene.ts";

const REPLICAS = 4;
const SUSPENSIONS = 50;
const BETWEEN_MS = 400;
/** Longer than a poll. */
const AFTER_MS = 6_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;

interface Suspended {
  readonly id: string;
  readonly at: number;
  /** Milliseconds until each replica refused. */
  readonly refusedAfter: readonly number[];
}

/** From the moment the person's request leaves to the first refusal at each scheduler; every one served just before. */
async function suspendOne(
  session: ComplianceSession,
  id: string,
  key: string,
  replicas: readonly ReplicaProcess[],
): Promise<Suspended> {
  for (const replica of replicas) {
    const { status, code } = await askOnce(replica, key);
    if (status !== 200) throw new Error(`${replica.url} does not serve before: ${code ?? status}`);
  }
  const at = performance.now();
  const refusals = replicas.map((replica) => untilRefused(replica, key));
  const [refused] = await Promise.all([Promise.all(refusals), session.suspend(id)]);
  return { id, at, refusedAfter: refused.map((moment) => moment - at) };
}

async function measure(socle: LocalSocle, report: Report): Promise<void> {
  const keys = join(socle.home, "state", "keys");
  const controlPlaneUrl = socle.run.consoleUrl;
  const replicas = Array.from({ length: REPLICAS }, (_, index) => {
    const name = `banc-${index + 1}`;
    return new ReplicaProcess({ name, folder: join(socle.home, name), controlPlaneUrl, keys });
  });
  const polling = new PollingForm(REPLICAS);
  try {
    for (const replica of replicas) await replica.start();
    const session = await ComplianceSession.open(socle.run);
    const ids = await session.useCases(USE_CASES);
    await polling.start(controlPlaneUrl, keys);
    const suspended: Suspended[] = [];
    for (let index = 0; index < SUSPENSIONS; index += 1) {
      const id = ids.get(`mesure-${index}`);
      if (id === undefined) throw new Error("the scene is not whole");
      suspended.push(await suspendOne(session, id, keyOf(index), replicas));
      await pause(BETWEEN_MS);
    }
    await pause(AFTER_MS);
    const pushed = suspended.flatMap(({ refusedAfter }) => refusedAfter);
    const polled = polling.seen.flatMap((seen) => suspended.map(({ id, at }) => (seen.get(id) ?? Infinity) - at));
    const say = (metric: string, value: number, target: number | null): void =>
      report({ bench: "suspend", metric, value, unit: "ms", target });
    say("p99_ms", percentile(pushed, 0.99), 1000);
    say("p50_ms", percentile(pushed, 0.5), null);
    say("max_ms", Math.max(...pushed), null);
    say("polled_p99_ms", percentile(polled, 0.99), null);
    say("polled_p50_ms", percentile(polled, 0.5), null);
  } finally {
    await polling.stop();
    for (const replica of replicas) await replica.kill();
  }
}

export const suspend: Bench = {
  name: "suspend",
  purpose: "a use case suspended by the public API until 4 schedulers refuse its key, beside a poll every 5 s",
  async run(report) {
    const engine = new ImmediateEngine();
    const socle = await LocalSocle.start(suspendScene(await engine.start()));
    try {
      await measure(socle, report);
    } finally {
      await socle.stop();
      await engine.stop();
    }
  },
};
