import { join } from "node:path";
import { LocalSocle } from "../local-socle.ts";
import type { Bench, Report } from "../result.ts";
import { BudgetWatch } from "./budget-watch.ts";
import { Callers } from "./callers.ts";
import { ReplicaProcess } from "./replica-process.ts";
import { BUDGET_TOKENS, quotaScene } from "./scene.ts";
import { ScriptedEngine } from "./scripted-engine.ts";

const REPLICAS = 8;
const CALLERS = 64;
const KILLS = 6;
const BETWEEN_KILLS_MS = 2_000;
/** Nobody was answered for so long: nothing that is left is of use to anybody. */
const QUIET_MS = 6_000;
const MOST_MS = 150_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills replicas outright, one after the other, each started again on its folder. */
async function disturb(replicas: readonly ReplicaProcess[]): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(BETWEEN_KILLS_MS);
    const replica = replicas[Math.floor(Math.random() * replicas.length)];
    await replica?.kill();
    await replica?.start();
  }
}

/** Waits until every record is in the ledger and every lease came back; answers what is left all the same. */
async function drained(watch: BudgetWatch): Promise<number> {
  let state = await watch.read();
  for (let tries = 0; tries < 100 && state.leased > 0; tries += 1) {
    await pause(100);
    state = await watch.read();
  }
  return state.leased;
}

async function measure(socle: LocalSocle, report: Report): Promise<void> {
  const keys = join(socle.home, "state", "keys");
  const watch = await BudgetWatch.open(socle.databaseUrl);
  const controlPlaneUrl = socle.run.consoleUrl;
  const replicas = Array.from({ length: REPLICAS }, (_, index) => {
    const name = `banc-${index + 1}`;
    return new ReplicaProcess({ name, folder: join(socle.home, name), controlPlaneUrl, keys });
  });
  const callers = new Callers();
  try {
    for (const replica of replicas) await replica.start();
    watch.start(100);
    for (const replica of replicas) callers.start(replica, CALLERS);
    const begun = Date.now();
    await disturb(replicas);
    while (Date.now() - callers.counts.lastAnswerAt < QUIET_MS && Date.now() - begun < MOST_MS) await pause(200);
    const seconds = (callers.counts.lastAnswerAt - begun) / 1000;
    await callers.stop();
    for (const replica of replicas) await replica.stop();
    const left = await drained(watch);
    const { settled, ledger } = await watch.read();
    const overshoot = Math.max(0, watch.worstOver, ledger - BUDGET_TOKENS, callers.counts.tokens - BUDGET_TOKENS);
    const say = (metric: string, value: number, unit: string, target: number | null): void =>
      report({ bench: "quota", metric, value, unit, target });
    say("overshoot_tokens", overshoot, "tokens", 0);
    say("usable_pct", (settled / BUDGET_TOKENS) * 100, "%", 99);
    say("reservations_left", left, "tokens", 0);
    say("ledger_difference", Math.abs(ledger - settled), "tokens", 0);
    say("answered", callers.counts.answered, "requests", null);
    say("answered_per_s", callers.counts.answered / seconds, "1/s", null);
    say("refused", callers.counts.refused, "requests", null);
    say(
      "kills",
      replicas.reduce((sum, { starts }) => sum + starts - 1, 0),
      "kills",
      null,
    );
  } finally {
    await callers.stop();
    for (const replica of replicas) await replica.kill();
    await watch.close();
  }
}

export const quota: Bench = {
  name: "quota",
  purpose: "one small budget under 8 replicas with 64 callers each, killed and restarted: no overshoot, nothing lost",
  async run(report) {
    const engine = new ScriptedEngine();
    const socle = await LocalSocle.start(quotaScene(await engine.start()));
    try {
      await measure(socle, report);
    } finally {
      await socle.stop();
      await engine.stop();
    }
  },
};
