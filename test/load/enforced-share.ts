import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { rightsOf, type Right } from "./campaign-round.ts";
import { openAiCaller, type Caller } from "./caller.ts";
import type { ConsoleSession } from "./console-session.ts";
import { eventually } from "./eventually.ts";
import type { Participant } from "./replay-trace.ts";
import { fillerPrompt } from "./trace.ts";

type Say = (line: string) => void;

/** Applications of the two ministries whose data only the shared pool may process, in the ministries' order. */
const APPLICATIONS = ["memoire-ia-prod", "synthese-dossiers-essai"] as const;
const MODEL = "redaction";
/** All requests are of one size, so shares of answers are shares of GPU-seconds. */
const SIZE = { inputTokens: 2000, outputTokens: 96 } as const;
/** Requests that each ministry keeps under way, before and after: more than its right and what it may borrow run at once. */
const BACKLOGS = [84, 38] as const;
/** A line that is full refuses at once; whoever asks again does not hammer it. */
const AFTER_REFUSAL_MS = 500;
const WARM_UP_MS = 2500;
const MEASURED_MS = 6000;
/** A replica of 40 GPUs runs 64 at once at its reference batch: the sample registry's profile. */
const GPUS_PER_REQUEST = 40 / 64;
/** Difference of shares that is accepted, of 1. */
const TOLERANCE = 0.12;
const ENFORCED_MS = 5000;

/** Activates what was voted; how long until the scheduler decides by a snapshot that has it. */
export async function activateAndMeasure(
  run: RunFile,
  auditor: ConsoleSession,
  activate: () => Promise<void>,
  say: Say,
): Promise<void> {
  const before = await rightsOf(auditor);
  const number = await snapshotNumber(run);
  const start = performance.now();
  await activate();
  const after = await rightsOf(auditor);
  if (after.every(({ nominal }, index) => nominal === before[index]?.nominal))
    throw new Error("the round that was activated changed no right");
  const moved = await eventually(
    async () => {
      const seen = await snapshotNumber(run);
      return seen > number ? seen : null;
    },
    ENFORCED_MS,
    () => `the scheduler still decides by snapshot ${number}, ${ENFORCED_MS} ms after the round was activated`,
  );
  const elapsed = performance.now() - start;
  say(
    `activated: scheduler decides by snapshot ${moved} instead of ${number} after ${elapsed.toFixed(0)} ms (bound 5000)`,
  );
  for (const [index, { nodeName, nominal }] of after.entries())
    say(`${nodeName}: right of ${before[index]?.nominal ?? 0} GPUs becomes ${nominal}`);
}

async function snapshotNumber({ inferenceUrl }: RunFile): Promise<number> {
  const text = await (await fetch(`${inferenceUrl}/metrics`)).text();
  return Number(/^socle_snapshot_number (\d+)/m.exec(text)?.[1] ?? NaN);
}

/**
 * Both ministries keep requests waiting; each is served its right and what it may borrow, so the shares are those of the
 * rights and not those of the demands.
 */
export async function measureShare(
  run: RunFile,
  auditor: ConsoleSession,
  participants: readonly Participant[],
  say: Say,
): Promise<void> {
  const rights = await rightsOf(auditor);
  const due = sharesOf(
    rights.map(({ nominal, borrowLimit }, index) => mostRunning(nominal + (borrowLimit ?? 0), index)),
  );
  const from = performance.now() + WARM_UP_MS;
  const served = await Promise.all(
    APPLICATIONS.map((slug, index) => keepBusy(run, slug, participants[index + 1] as Participant, index, from)),
  );
  const seen = sharesOf(served);
  for (const [index, right] of rights.entries())
    say(
      `${right.nodeName}: ${served[index] ?? 0} answers in ${MEASURED_MS / 1000} s with ${BACKLOGS[index] ?? 0} under way, ` +
        `${percent(seen[index])} of the GPU-seconds, due ${percent(due[index])} by ${limitsOf(right)}`,
    );
  const error = Math.abs((seen[0] ?? 0) - (due[0] ?? 0));
  if (!(error <= TOLERANCE)) throw new Error(`the shares served are ${percent(error)} away from the rights`);
}

const percent = (share: number | undefined): string => `${((share ?? 0) * 100).toFixed(1)} %`;

/** Requests that run at once on so many GPUs, as far as the ministry sends them. */
const mostRunning = (gpus: number, index: number): number => Math.min(gpus / GPUS_PER_REQUEST, BACKLOGS[index] ?? 0);

const limitsOf = ({ nominal, borrowLimit }: Right): string => `right ${nominal} and ${borrowLimit ?? 0} borrowed`;

const sharesOf = (figures: readonly number[]): readonly number[] => {
  const sum = figures.reduce((total, figure) => total + figure, 0);
  return figures.map((figure) => figure / sum);
};

/** Answers that ended in the measured time, counted from `from`. */
async function keepBusy(
  run: RunFile,
  slug: string,
  participant: Participant,
  salt: number,
  from: number,
): Promise<number> {
  const key = run.keys.find(({ application }) => application === slug)?.key ?? "";
  const caller = openAiCaller({ url: run.inferenceUrl, key, model: MODEL }, false);
  const lines = Array.from({ length: BACKLOGS[salt] ?? 0 }, (_, line) =>
    oneLine(caller, participant, salt * 100 + line, from),
  );
  return (await Promise.all(lines)).reduce((sum, answers) => sum + answers, 0);
}

/** One request after the other, no two prompts alike; answers that ended in the measured time. */
async function oneLine(caller: Caller, participant: Participant, line: number, from: number): Promise<number> {
  let counted = 0;
  for (let turn = 0; performance.now() < from + MEASURED_MS; turn += 1) {
    const outcome = await caller.call(fillerPrompt(SIZE.inputTokens, 1000 + line * 1000 + turn), SIZE.outputTokens);
    participant.outcomes.push(outcome);
    const now = performance.now();
    if ("refusal" in outcome) await new Promise((resolve) => setTimeout(resolve, AFTER_REFUSAL_MS));
    else if (now >= from && now < from + MEASURED_MS) counted += 1;
  }
  return counted;
}
