import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../control-plane/local/config/settings.ts";

/** One command of `npm run check`; it starts once the steps it names have ended well. */
export interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly after?: string;
}

export interface Verdict {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** A script of an installed package. */
export const tool = (...path: string[]): string => join(ROOT, "node_modules", ...path);

/** Runs steps two at a time in the order given, each as soon as what it waits for is done. */
export async function runSteps(steps: readonly Step[], told: (verdict: Verdict) => void): Promise<Verdict[]> {
  const ended = new Map<string, Promise<boolean>>();
  const release = new Map<string, (ok: boolean) => void>();
  for (const { name } of steps) ended.set(name, new Promise((resolve) => release.set(name, resolve)));
  const queue = [...steps];
  const verdicts: Verdict[] = [];
  const worker = async (): Promise<void> => {
    for (let step = takeReady(queue, verdicts); step !== undefined; step = takeReady(queue, verdicts)) {
      const ready = step.after === undefined || (await ended.get(step.after)) === true;
      const verdict = ready ? await runStep(step) : skipped(step);
      verdicts.push(verdict);
      told(verdict);
      release.get(step.name)?.(verdict.ok);
    }
  };
  await Promise.all([worker(), worker()]);
  return verdicts;
}

/** The next step that waits for nothing; if all wait, the first. */
function takeReady(queue: Step[], verdicts: readonly Verdict[]): Step | undefined {
  const done = new Set(verdicts.map(({ step }) => step.name));
  const index = queue.findIndex(({ after }) => after === undefined || done.has(after));
  return queue.splice(Math.max(index, 0), 1)[0];
}

async function runStep(step: Step): Promise<Verdict> {
  const started = performance.now();
  let output = "";
  let ok = true;
  for (const command of step.commands) {
    const result = await runCommand(command);
    output += result.output;
    ok = ok && result.code === 0;
  }
  return { step, ok, output, seconds: (performance.now() - started) / 1000 };
}

const skipped = (step: Step): Verdict => ({ step, ok: false, seconds: 0, output: `waits for ${step.after ?? ""}\n` });

function runCommand(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1" };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
