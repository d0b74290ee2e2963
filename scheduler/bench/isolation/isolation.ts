import { fileURLToPath } from "node:url";
import { LocalSocle } from "../local-socle.ts";
import { listeningPort, startChild, type Child } from "../overhead/child.ts";
import type { Bench, Report } from "../result.ts";
import { call, type Caller } from "./callers.ts";
import { ofSameRequests, ofSameTime, type Calm, type Comparison } from "./compare.ts";
import { ALPHA_MS, BETA_MS, ENGINES, isolationScene, MINISTRIES, MODEL, perSecondOf, PREFILL_MICROS } from "./scene.ts";
import { SEQUENCES, type Ministry, type Use } from "./scene.ts";

const ENGINE = fileURLToPath(new URL("../../dist/engine-simulator/main.js", import.meta.url));
/** Poisson arrivals take longer to tell a p99. */
const WINDOW_MS = { closed: 20_000, open: 48_000 };
/** The flood is there before anything is measured, and lasts longer. */
const AHEAD_MS = 3_000;
const LONGEST_MS = 100_000;
/** What is left of one scenario's line is gone before the next. */
const BETWEEN_MS = 4_000;
/** Open loop: what is due later than so long before the end may be under way at the end, with a flood and without. */
const SETTLE_MS = 6_000;
/** Requests that a calm application has under way at a time, in a closed loop: more than its places. */
const AT_ONCE = 20;
/** Part of its share that a calm application asks for, in an open loop. */
const CALM_PART = 0.8;

/** Of its share, what the application asks for that floods later: all places are taken in the window without a flood too. */
const USUAL = 2;

interface Scenario {
  readonly name: string;
  readonly loop: "closed" | "open";
  /** Who floods, and how many times its calm load or its share it asks for. */
  readonly floods: readonly { readonly ministry: Ministry; readonly use: Use; readonly times: number }[];
}

const flood = (times: number, ministry: Ministry = "a", use: Use = "other") => ({ ministry, use, times });
const SCENARIOS: readonly Scenario[] = [
  { name: "5 ×, closed loop", loop: "closed", floods: [flood(5)] },
  { name: "50 ×, closed loop", loop: "closed", floods: [flood(50)] },
  { name: "two of 50 ×, closed loop", loop: "closed", floods: [flood(50), flood(50, "b")] },
  { name: "batch of 50 ×, closed loop", loop: "closed", floods: [flood(50, "a", "batch")] },
  { name: "5 ×, open loop", loop: "open", floods: [flood(5)] },
  { name: "50 ×, open loop", loop: "open", floods: [flood(50)] },
];

function loadOf(loop: Scenario["loop"], ministry: Ministry, times: number): Caller["mode"] {
  return loop === "closed" ? { closed: AT_ONCE * times } : { openPerSecond: (perSecondOf(ministry) / 2) * times };
}

/** Two applications of each ministry ask for their shares, but for those that flood; those that do not are measured. */
async function window(port: number, { loop, floods }: Scenario): Promise<Calm> {
  const cutOff = new AbortController();
  const floodOf = (ministry: Ministry, use: Use) =>
    floods.find((each) => each.ministry === ministry && each.use === use);
  const flooding = floods.map(({ ministry, use, times }, at) =>
    call(port, { ministry, use, mode: loadOf(loop, ministry, times) }, 100 + at, LONGEST_MS, cutOff.signal),
  );
  await new Promise((resolve) => setTimeout(resolve, AHEAD_MS));
  const times = loop === "closed" ? 1 : CALM_PART;
  const calm = MINISTRIES.map(async (ministry, at) => {
    const uses = (["calm", "other"] as const).filter((use) => floodOf(ministry, use) === undefined);
    const mode = loadOf(loop, ministry, times);
    const reports = await Promise.all(
      uses.map((use, of) => call(port, { ministry, use, mode }, 1 + 2 * at + of, WINDOW_MS[loop])),
    );
    return [ministry, reports] as const;
  });
  const measured = new Map(await Promise.all(calm));
  cutOff.abort();
  await Promise.all(flooding);
  await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  return measured;
}

async function measure(port: number, report: Report): Promise<void> {
  const compared: Comparison[] = [];
  for (const loop of ["closed", "open"] as const) {
    const usual = loop === "closed" ? [] : [flood(USUAL)];
    const without = await window(port, { name: "usual", loop, floods: usual });
    for (const scenario of SCENARIOS.filter((each) => each.loop === loop)) {
      const flooded = await window(port, scenario);
      const found =
        loop === "closed" ? ofSameTime(without, flooded) : ofSameRequests(without, flooded, WINDOW_MS.open - SETTLE_MS);
      compared.push(found);
      const line = (metric: string, value: number, unit: string): void =>
        report({ bench: "isolation", metric: `${metric} ${scenario.name}`, value, unit, target: null });
      line("others_refused", found.refused, "requests");
      line("share_kept", found.shareKept, "×");
      line("p99_wait_ratio", found.p99Ratio, "×");
    }
  }
  const line = (metric: string, value: number, unit: string, target: number): void =>
    report({ bench: "isolation", metric, value, unit, target });
  line(
    "others_refused",
    compared.reduce((sum, { refused }) => sum + refused, 0),
    "requests",
    0,
  );
  line("share_kept", Math.min(...compared.map(({ shareKept }) => shareKept)), "×", 0.98);
  line("p99_wait_ratio", Math.max(...compared.map(({ p99Ratio }) => p99Ratio)), "×", 1.5);
}

function startEngine(): Child {
  const settings = { model: MODEL, "alpha-ms": ALPHA_MS, "beta-ms": BETA_MS, "prefill-us-per-token": PREFILL_MICROS };
  const flags = Object.entries({ ...settings, "max-num-seqs": SEQUENCES });
  return startChild(process.execPath, [ENGINE, ...flags.flatMap(([name, value]) => [`--${name}`, String(value)])]);
}

export const isolation: Bench = {
  name: "isolation",
  purpose:
    "ministries within their rights while another, or an application of their own, floods: refusals, shares, waits",
  async run(report) {
    const engines = Array.from({ length: ENGINES }, startEngine);
    try {
      const ports = await Promise.all(engines.map(listeningPort));
      const socle = await LocalSocle.start(isolationScene(ports));
      try {
        await measure(Number(new URL(socle.run.inferenceUrl).port), report);
      } finally {
        await socle.stop();
      }
    } finally {
      await Promise.all(engines.map((engine) => engine.stop()));
    }
  },
};
