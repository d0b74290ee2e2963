import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LaunchFailure } from "../launch-failure.js";
import { logSince, rotateLog, telltaleLine } from "./log-file.js";
import { endProcess, identityOf, isRunning } from "./process-identity.js";
import { SupervisedProcess, type ProcessPlan } from "./supervised-process.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "socle-processes-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const plan = (script: string, ready: ProcessPlan["ready"]): ProcessPlan => ({
  name: "child",
  command: process.execPath,
  args: ["-e", script],
  env: {},
  cwd: folder,
  log: join(folder, "child.log"),
  stopSignal: "SIGTERM",
  ready,
});
const STAYS = "console.log('up'); setInterval(() => {}, 1000)";
const isUp = () => Promise.resolve(logSince(join(folder, "child.log"), 0).includes("up"));

describe("a supervised process", () => {
  it("is started again when it is killed, and stays down once stopped", async () => {
    const said: string[] = [];
    let restarted: (() => void) | undefined;
    const again = new Promise<void>((resolve) => (restarted = resolve));
    let starts = 0;
    const child = new SupervisedProcess(plan(STAYS, isUp), {
      changed: () => {
        starts += 1;
        if (starts === 2) restarted?.();
      },
      say: (line) => said.push(line),
    });
    await child.start();
    const first = child.identity;
    if (first === null) throw new Error("it runs");
    process.kill(first.pid, "SIGKILL");
    await again;
    const second = child.identity;
    expect(second?.pid).not.toBe(first.pid);
    expect(said.join()).toContain("child ended (SIGKILL)");
    await child.stop();
    expect(second !== null && isRunning(second)).toBe(false);
    expect(starts).toBe(2);
  });

  it("tells in one line why it did not start", async () => {
    const script = "console.error('SOCLE_PORT: is not a port'); process.exit(1)";
    const child = new SupervisedProcess(
      plan(script, () => Promise.resolve(false)),
      { changed: () => undefined, say: () => undefined },
    );
    const started = child.start();
    await expect(started).rejects.toBeInstanceOf(LaunchFailure);
    await expect(started).rejects.toThrow(/^child ended while starting: SOCLE_PORT: is not a port \(/);
  });
});

describe("a process's identity", () => {
  it("is not that of a later process with its number", () => {
    const mine = identityOf(process.pid);
    expect(isRunning(mine)).toBe(true);
    expect(isRunning({ ...mine, startedAt: "1" })).toBe(false);
  });

  it("ends a process that does not listen", async () => {
    const deaf = spawn(
      process.execPath,
      ["-e", "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    await new Promise((resolve) => deaf.stdout.once("data", resolve));
    const identity = identityOf(deaf.pid ?? 0);
    await endProcess(identity, "SIGTERM", 100);
    expect(isRunning(identity)).toBe(false);
  });
});

describe("a log", () => {
  it("keeps one former file and goes on for who holds it open", () => {
    const log = join(folder, "x.log");
    writeFileSync(log, "a".repeat(100));
    expect(rotateLog(log, 200)).toBe(false);
    expect(rotateLog(log, 100)).toBe(true);
    appendFileSync(log, "b");
    expect(readFileSync(log, "utf8")).toBe("b");
    expect(readFileSync(`${log}.1`, "utf8")).toHaveLength(100);
  });

  it.each([
    ["a plain line", "starting\nDATABASE_URL: is required\n", "DATABASE_URL: is required"],
    ["a crash", "Error: no such table\n    at run (file.js:1:1)\n\nNode.js v24.21.0\n", "Error: no such table"],
    [
      "a JSON log",
      '{"level":30,"msg":"hello"}\n{"level":60,"err":{"message":"disk is full"},"msg":"cannot write"}\n',
      "cannot write: disk is full",
    ],
    ["nothing", "", "it wrote nothing"],
  ])("%s is told by its telling line", (_what, log, line) => {
    expect(telltaleLine(log)).toBe(line);
  });
});
