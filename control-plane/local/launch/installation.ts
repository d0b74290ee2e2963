import { rmSync } from "node:fs";
import type { Settings } from "../config/settings.ts";
import { LaunchFailure } from "../launch-failure.ts";
import { rotateLog } from "../processes/log-file.ts";
import { endStaleProcesses, rememberProcesses } from "../processes/stale-processes.ts";
import type { ProcessIdentity } from "../processes/process-identity.ts";
import { SupervisedProcess, type ProcessPlan } from "../processes/supervised-process.ts";
import { takeInstanceLock, type InstanceLock } from "../state/instance-lock.ts";
import { Ports } from "../state/ports.ts";
import { prepareSecrets } from "../state/secrets.ts";
import { checkSpace, prepareStateFolder, writePrivate, type StateFolder } from "../state/state-folder.ts";
import { openDatabase } from "./database.ts";
import {
  consoleUrl,
  controlPlanePlan,
  enginePlan,
  LOCAL_CLIENT,
  oidcProviderPlan,
  schedulerPlan,
  witnessPlan,
} from "./process-plans.ts";
import type { Scene } from "./process-plans.ts";
import { runProcesses, runUsers, type RunFile } from "./run-file.ts";
import { Seeding } from "./seeding.ts";

const ROTATION_PERIOD = 30_000;

/** All processes of one Socle on one machine. `start` brings them up in order, `stop` takes them down in order. */
export class Installation {
  readonly #settings: Settings;
  readonly #say: (line: string) => void;
  #state: StateFolder | null = null;
  #lock: InstanceLock | null = null;
  #children: SupervisedProcess[] = [];
  #run: RunFile | null = null;
  #rotation: NodeJS.Timeout | null = null;
  #stopping = false;

  constructor(settings: Settings, say: (line: string) => void) {
    this.#settings = settings;
    this.#say = say;
  }

  async start(): Promise<RunFile> {
    const settings = this.#settings;
    const state = prepareStateFolder(settings.stateFolder);
    checkSpace(state.path, false);
    this.#state = state;
    this.#lock = await takeInstanceLock(state);
    await endStaleProcesses(state, this.#say);
    const secrets = prepareSecrets(state);
    const ports = new Ports(state);
    const consolePort = await port(ports, settings.consolePort, "SOCLE_PORT", "console");
    const inferencePort = await port(ports, settings.inferencePort, "SOCLE_INFERENCE_PORT", "inference");
    const seeding = new Seeding(state);
    const seed = await seeding.read(settings.seedAsked ? settings.seedFile : null, settings.seedFile);

    const start = (plan: ProcessPlan) => this.#startChild(plan);
    const database = await openDatabase(settings, state, secrets, ports, start, this.#say);
    const { engines, moved } = await seeding.assignPorts(seed.plan, ports);

    const local = `http://127.0.0.1:${await ports.any("oidc")}`;
    const oidc = settings.oidc ?? { issuer: local, clientId: LOCAL_CLIENT, clientSecret: secrets.oidcClientSecret };
    const { applicationUrl } = database;
    const scene: Scene = {
      settings,
      state,
      secrets,
      consolePort,
      inferencePort,
      witnessPort: await ports.any("witness"),
      applicationDatabaseUrl: applicationUrl,
      oidc,
    };
    await seeding.apply(seed.files, engines, moved, controlPlanePlan(scene).env);
    const usersFile = state.file("oidc-users.json");
    writePrivate(usersFile, JSON.stringify(seed.plan.users));
    await Promise.all([
      ...(settings.oidc === null ? [start(oidcProviderPlan(scene, usersFile))] : []),
      start(witnessPlan(scene)),
      ...engines.map((engine) => start(enginePlan(scene, engine))),
      start(controlPlanePlan(scene)).then(() => start(schedulerPlan(scene))),
    ]);

    this.#run = {
      startedAt: new Date().toISOString(),
      consoleUrl: consoleUrl(consolePort),
      inferenceUrl: `http://127.0.0.1:${inferencePort}`,
      oidcIssuer: oidc.issuer,
      users: settings.oidc === null ? runUsers(seed.plan.users) : [],
      keys: seed.plan.keys,
      processes: runProcesses(this.#identities()),
    };
    this.#processesChanged();
    this.#rotation = setInterval(() => this.#rotateLogs(), ROTATION_PERIOD);
    return this.#run;
  }

  /** Those who depend on others first: scheduler, then everything else, PostgreSQL last. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#rotation !== null) clearInterval(this.#rotation);
    const named = (name: string) => this.#children.filter(({ plan }) => plan.name === name);
    const [scheduler, postgres] = [named("scheduler"), named("postgres")];
    const others = this.#children.filter((child) => !scheduler.includes(child) && !postgres.includes(child));
    for (const group of [scheduler, others, postgres]) await Promise.all(group.map((child) => child.stop()));
    if (this.#lock !== null && this.#state !== null) {
      rememberProcesses(this.#state, {});
      rmSync(this.#state.file("run.json"), { force: true });
    }
    this.#lock?.release();
  }

  /** Ends a child so that it starts again with new code. */
  async recycle(name: string): Promise<void> {
    await Promise.all(this.#children.filter(({ plan }) => plan.name === name).map((child) => child.recycle()));
  }

  async #startChild(plan: ProcessPlan): Promise<SupervisedProcess> {
    if (this.#stopping) throw new LaunchFailure("stopped while starting");
    const child = new SupervisedProcess(plan, {
      changed: () => this.#processesChanged(),
      say: this.#say,
    });
    this.#children.push(child);
    await child.start();
    return child;
  }

  #identities(): Record<string, ProcessIdentity> {
    return Object.fromEntries(
      this.#children.flatMap(({ plan, identity }) => (identity === null ? [] : [[plan.name, identity]])),
    );
  }

  #processesChanged(): void {
    if (this.#state === null || this.#stopping) return;
    rememberProcesses(this.#state, this.#identities());
    if (this.#run === null) return;
    this.#run = { ...this.#run, processes: runProcesses(this.#identities()) };
    writePrivate(this.#state.file("run.json"), `${JSON.stringify(this.#run, null, 2)}\n`);
  }

  #rotateLogs(): void {
    for (const { plan } of this.#children) rotateLog(plan.log);
  }
}

function port(ports: Ports, wanted: number, setting: string, name: string): Promise<number> {
  return wanted === 0 ? ports.any(name) : ports.fixed(wanted, setting);
}
