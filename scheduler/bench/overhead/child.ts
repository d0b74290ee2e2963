import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Starts a process whose output is not read; `stop` ends it, by force when it does not listen. */
export function startChild(command: string, args: readonly string[], options: ChildOptions = {}): Child {
  const env = { ...process.env, ...options.env };
  const child = spawn(command, args, { env, cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] });
  child.on("error", () => undefined);
  child.stderr.resume();
  return { pid: child.pid ?? 0, process: child, stop: () => stopChild(child) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(force);
}

/** The port of a child that prints `{"event":"listening","port":…}`. */
export async function listeningPort(child: Child): Promise<number> {
  let text = "";
  for await (const part of child.process.stdout ?? []) {
    text += String(part);
    const port = /"event":"listening","port":(\d+)/.exec(text)?.[1];
    if (port !== undefined) {
      child.process.stdout?.on("data", () => undefined);
      return Number(port);
    }
  }
  throw new Error("the process ended before it listened");
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until something answers there, whatever it says. */
export async function untilAnswers(url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      await (await fetch(url, { signal: AbortSignal.timeout(2000) })).arrayBuffer();
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`nothing answers at ${url}`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
