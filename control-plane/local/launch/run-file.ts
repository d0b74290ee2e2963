import type { ProcessIdentity } from "../processes/process-identity.ts";
import { LOCAL_PASSWORD, type SampleUser } from "../oidc/sample-users.ts";
import type { SampleKey } from "./seeding.ts";

/** What scripts and tests read to find a running Socle: `run.json` in the state folder, for its owner's eyes only. */
export interface RunFile {
  readonly startedAt: string;
  readonly consoleUrl: string;
  readonly inferenceUrl: string;
  readonly oidcIssuer: string;
  readonly users: readonly RunUser[];
  readonly keys: readonly SampleKey[];
  readonly processes: {
    readonly launcher: number;
    readonly postgres: number | null;
    readonly controlPlane: number | null;
    readonly scheduler: number | null;
    readonly oidcProvider: number | null;
    readonly engines: readonly number[];
  };
}

export interface RunUser {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
}

/** One entry a membership, so that a test finds a user by role. */
export function runUsers(users: readonly SampleUser[]): RunUser[] {
  return users.flatMap((user) =>
    user.memberships.map(({ role, organisation }) => ({
      role,
      email: user.email,
      password: LOCAL_PASSWORD,
      name: `${user.givenName} ${user.usualName}`,
      organisation,
    })),
  );
}

export function runProcesses(identities: Readonly<Record<string, ProcessIdentity>>): RunFile["processes"] {
  const pidOf = (name: string) => identities[name]?.pid ?? null;
  return {
    launcher: process.pid,
    postgres: pidOf("postgres"),
    controlPlane: pidOf("control-plane"),
    scheduler: pidOf("scheduler"),
    oidcProvider: pidOf("oidc-provider"),
    engines: Object.entries(identities)
      .filter(([name]) => name.startsWith("engine-"))
      .map(([, { pid }]) => pid),
  };
}
