import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { LaunchFailure } from "../launch-failure.ts";
import { readJson, writePrivate, type StateFolder } from "./state-folder.ts";

/** Below what systems give to outgoing connections: a port kept from last time is seldom taken by one of those. */
const LOWEST = 20_000;
const HIGHEST = 30_000;

/** Ports that were free when asked, kept from one start to the next so that addresses stay the same. */
export class Ports {
  readonly #file: string;
  readonly #kept: Record<string, number>;
  readonly #taken = new Set<number>();

  constructor(state: StateFolder) {
    this.#file = state.file("ports.json");
    this.#kept = numbers(readJson(this.#file));
  }

  /** A port that its user chose: refuses with the setting to change when somebody else has it. */
  async fixed(port: number, setting: string): Promise<number> {
    if (await isFree(port)) {
      this.#taken.add(port);
      return port;
    }
    throw new LaunchFailure(
      `port ${port} of 127.0.0.1 is taken by another program; set ${setting} to another port, or to 0 for a free one`,
    );
  }

  /** The port this name had last time when it is still free, otherwise a new one. */
  async any(name: string): Promise<number> {
    const former = this.#kept[name];
    const usable = former !== undefined && !this.#taken.has(former) && (await isFree(former));
    const port = usable ? former : await this.#unused();
    this.#taken.add(port);
    this.#kept[name] = port;
    writePrivate(this.#file, `${JSON.stringify(this.#kept, null, 2)}\n`);
    return port;
  }

  async #unused(): Promise<number> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const port = randomInt(LOWEST, HIGHEST);
      if (!this.#taken.has(port) && (await isFree(port))) return port;
    }
    throw new LaunchFailure("no free port could be found on 127.0.0.1");
  }
}

function numbers(content: unknown): Record<string, number> {
  if (typeof content !== "object" || content === null) return {};
  return Object.fromEntries(Object.entries(content).filter(([, port]) => typeof port === "number"));
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
