import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LaunchFailure } from "../launch-failure.ts";
import type { SampleUser } from "../oidc/sample-users.ts";
import type { Ports } from "../state/ports.ts";
import { readJson, writePrivate, type StateFolder } from "../state/state-folder.ts";
import { ENTRIES, runToEnd } from "./program.ts";

/** What `seed/plan.js` tells of a checked seed file: all that has to exist outside the registry. */
export interface SeedPlan {
  readonly users: readonly SampleUser[];
  readonly keys: readonly SampleKey[];
  readonly simulatedEndpoints: readonly SimulatedEndpoint[];
}

export interface SampleKey {
  readonly ministry: string;
  readonly useCase: string;
  readonly application: string;
  readonly model: string;
  readonly key: string;
}

export interface SimulatedEndpoint {
  /** `pool/model/position`, stable across readings of the file. */
  readonly id: string;
  readonly model: string;
  readonly seed: number;
  readonly alphaMs: number;
  readonly betaMs: number;
  readonly prefillUsPerToken: number;
  readonly maxSequences: number;
  readonly timeScale: number;
}

export interface Engine extends SimulatedEndpoint {
  readonly port: number;
  readonly url: string;
}

interface SeedFile {
  readonly path: string;
  readonly digest: string;
  readonly isNew: boolean;
}

/** The seed files of one installation: those applied before, and the one asked for now. */
export class Seeding {
  readonly #state: StateFolder;
  readonly #folder: string;
  readonly #index: string;

  constructor(state: StateFolder) {
    this.#state = state;
    this.#folder = state.file("seeds");
    this.#index = join(this.#folder, "applied.json");
  }

  /** Checks every file before anything is started: a mistake is told with its line and column. */
  async read(asked: string | null, byDefault: string): Promise<{ files: SeedFile[]; plan: SeedPlan }> {
    const applied = this.#applied();
    const kept = Object.entries(applied).map(([name, digest]) => ({
      path: join(this.#folder, name),
      digest,
      isNew: false,
    }));
    const wanted = asked ?? (kept.length === 0 ? byDefault : null);
    const files = wanted === null ? kept : this.#withAsked(kept, wanted);
    const plans: SeedPlan[] = [];
    for (const file of files) plans.push(JSON.parse(await runToEnd(ENTRIES.planSeed, [file.path], {})) as SeedPlan);
    return { files, plan: merge(plans) };
  }

  #withAsked(kept: readonly SeedFile[], path: string): SeedFile[] {
    if (!existsSync(path)) throw new LaunchFailure(`the seed file ${path} does not exist`);
    const digest = digestOf(path);
    if (kept.some((file) => file.digest === digest)) return [...kept];
    const name = basename(path);
    return [...kept.filter((file) => basename(file.path) !== name), { path, digest, isNew: true }];
  }

  /**
   * Gives every simulated endpoint its port. `moved` tells that one of them could not keep the port that the registry
   * knows.
   */
  async assignPorts(plan: SeedPlan, ports: Ports): Promise<{ engines: Engine[]; moved: boolean }> {
    const former = new Map(enginesIn(readJson(this.#state.file("engines.json"))).map((engine) => [engine.id, engine]));
    const engines: Engine[] = [];
    for (const endpoint of plan.simulatedEndpoints) {
      const port = await ports.any(`engine ${endpoint.id}`);
      engines.push({ ...endpoint, port, url: `http://127.0.0.1:${port}` });
    }
    const moved = engines.some(({ id, port }) => former.has(id) && former.get(id)?.port !== port);
    return { engines, moved };
  }

  /**
   * Applies what is new and lives its past, as the control plane that starts after it would; where an address changed,
   * tells the registry so. Then remembers that it did.
   */
  async apply(
    files: readonly SeedFile[],
    engines: readonly Engine[],
    moved: boolean,
    controlPlane: NodeJS.ProcessEnv,
  ): Promise<void> {
    const urls = this.#state.file("endpoints.json");
    writePrivate(urls, JSON.stringify(Object.fromEntries(engines.map(({ id, url }) => [id, url]))));
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (const { path, digest, isNew } of files) {
      if (!isNew && !moved) continue;
      const extent = isNew ? [] : ["--only-endpoints"];
      await runToEnd(ENTRIES.applySeed, [path, "--endpoints", urls, ...extent], {
        DATABASE_URL: controlPlane["DATABASE_URL"],
      });
      if (!isNew) continue;
      await runToEnd(ENTRIES.livePast, [path], controlPlane);
      this.#remember(path, digest);
    }
    writePrivate(this.#state.file("engines.json"), JSON.stringify(engines, null, 2));
  }

  #remember(path: string, digest: string): void {
    writePrivate(join(this.#folder, basename(path)), readFileSync(path, "utf8"));
    writePrivate(this.#index, JSON.stringify({ ...this.#applied(), [basename(path)]: digest }));
  }

  #applied(): Record<string, string> {
    const content = readJson(this.#index);
    return typeof content === "object" && content !== null ? (content as Record<string, string>) : {};
  }
}

function digestOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function enginesIn(content: unknown): Engine[] {
  return Array.isArray(content) ? (content as Engine[]) : [];
}

/** Later files win where two describe the same person, key or endpoint. */
function merge(plans: readonly SeedPlan[]): SeedPlan {
  return {
    users: lastBy(
      plans.flatMap(({ users }) => users),
      ({ email }) => email,
    ),
    keys: lastBy(
      plans.flatMap(({ keys }) => keys),
      ({ key }) => key,
    ),
    simulatedEndpoints: lastBy(
      plans.flatMap((plan) => plan.simulatedEndpoints),
      ({ id }) => id,
    ),
  };
}

function lastBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
