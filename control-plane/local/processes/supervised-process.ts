import { spawn, type ChildProcess } from "node:child_process";
import { closeSync } from "node:fs";
import { LaunchFailure } from "../launch-failure.ts";
import { logSince, openLog, sizeOf, telltaleLine } from "./log-file.ts";
import { endProcess, identityOf, type ProcessIdentity } from "./process-identity.ts";

export interface ProcessPlan {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly log: string;
  readonly stopSignal: NodeJS.Signals;
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Resolves when the process can be used; polled until then. */
  readonly ready: () => Promise<boolean>;
  /** Runs before each start, for what a crash leaves behind. */
  readonly before?: () => Promise<void>;
}

export interface Watcher {
  /** The set of running processes changed. */
  changed(): void;
  say(line: string): void;
}

const READY_WITHIN = 60_000;
const STOP_WITHIN = 12_000;
const BACKOFF = [250, 500, 1_000, 2_000, 5_000, 10_000];
/** A life this long clears the memory of earlier deaths. */
const STEADY = 30_000;

/** One child that is kept alive: started, polled until ready, restarted with growing pauses when it dies. */
export class SupervisedProcess {
  readonly plan: ProcessPlan;
  readonly #watcher: Watcher;
  #child: ChildProcess | null = null;
  #identity: ProcessIdentity | null = null;
  #stopping = false;
  #deaths = 0;
  #restart: NodeJS.Timeout | null = null;

  constructor(plan: ProcessPlan, watcher: Watcher) {
    this.plan = plan;
    this.#watcher = watcher;
  }

  get identity(): ProcessIdentity | null {
    return this.#identity;
  }

  /** First start: resolves when ready, rejects with the reason the process gave when it ends before. */
  async start(): Promise<void> {
    const from = sizeOf(this.plan.log);
    const child = await this.#spawn();
    const end = performance.now() + READY_WITHIN;
    while (!(await this.plan.ready())) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new LaunchFailure(
          `${this.plan.name} ended while starting: ${telltaleLine(logSince(this.plan.log, from))} (${this.plan.log})`,
        );
      if (performance.now() > end) throw new LaunchFailure(`${this.plan.name} is not ready (${this.plan.log})`);
      await pause(40);
    }
    if (child.exitCode === null && child.signalCode === null) this.#watch(child);
    else this.#died(child);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    if (this.#identity !== null) await endProcess(this.#identity, this.plan.stopSignal, STOP_WITHIN);
    this.#identity = null;
  }

  /** Ends the child; the supervision starts it again. */
  async recycle(): Promise<void> {
    if (this.#identity !== null) await endProcess(this.#identity, this.plan.stopSignal, STOP_WITHIN);
  }

  async #spawn(): Promise<ChildProcess> {
    await this.plan.before?.();
    const log = openLog(this.plan.log);
    const child = spawn(this.plan.command, this.plan.args, {
      cwd: this.plan.cwd,
      env: this.plan.env,
      // Its own process group: Ctrl-C reaches the launcher alone, which then ends its children in order.
      detached: true,
      stdio: ["ignore", log, log],
      ...(this.plan.user ?? {}),
    });
    closeSync(log);
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", (error) => {
        reject(new LaunchFailure(`${this.plan.name} cannot be started: ${error.message}`));
      });
    });
    this.#child = child;
    this.#identity = identityOf(child.pid ?? 0);
    this.#watcher.changed();
    return child;
  }

  #watch(child: ChildProcess): void {
    const bornAt = performance.now();
    child.once("exit", () => {
      if (performance.now() - bornAt > STEADY) this.#deaths = 0;
      this.#died(child);
    });
  }

  #died(child: ChildProcess): void {
    if (this.#stopping || this.#child !== child) return;
    const wait = BACKOFF[Math.min(this.#deaths, BACKOFF.length - 1)] ?? 10_000;
    this.#deaths += 1;
    const how = child.signalCode ?? `exit code ${child.exitCode ?? "unknown"}`;
    this.#watcher.say(`${this.plan.name} ended (${how}); starting it again in ${wait} ms. Log: ${this.plan.log}`);
    this.#restart = setTimeout(() => void this.#again(), wait);
  }

  async #again(): Promise<void> {
    if (this.#stopping) return;
    try {
      const child = await this.#spawn();
      if (child.exitCode === null && child.signalCode === null) this.#watch(child);
      else this.#died(child);
    } catch (error) {
      this.#watcher.say(error instanceof Error ? error.message : String(error));
      this.#deaths += 1;
      this.#restart = setTimeout(() => void this.#again(), BACKOFF.at(-1));
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
