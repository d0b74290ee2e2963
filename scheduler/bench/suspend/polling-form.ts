import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SNAPSHOT_PATH, type SnapshotV1 } from "@socle/contracts";
import type * as Clients from "../../src/sync/control-plane-client.ts";
import type * as Tokens from "../../src/sync/internal-token.ts";
import type * as Clocks from "../../src/kernel/clock.ts";
import type * as Envelopes from "../../src/sync/snapshot/signed-snapshot.ts";

const POLL_MS = 5_000;

const built = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(`../../dist/src/${path}`, import.meta.url).href)) as Module;

/** What is compared with: replicas that ask for the snapshot every five seconds, each in its own phase. */
export class PollingForm {
  /** When each replica first saw a use case suspended, by its id. */
  readonly seen: readonly Map<string, number>[];
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly clients: InstanceType<typeof Clients.ControlPlaneClient>[] = [];

  constructor(replicas: number) {
    this.seen = Array.from({ length: replicas }, () => new Map<string, number>());
  }

  async start(controlPlaneUrl: string, keys: string): Promise<void> {
    const { ControlPlaneClient } = await built<typeof Clients>("sync/control-plane-client.js");
    const { InternalToken } = await built<typeof Tokens>("sync/internal-token.js");
    const { systemClock } = await built<typeof Clocks>("kernel/clock.js");
    const { openSignedSnapshot } = await built<typeof Envelopes>("sync/snapshot/signed-snapshot.js");
    const key = createPrivateKey(readFileSync(join(keys, "scheduler.private.pem")));
    const publicKeys = [createPublicKey(readFileSync(join(keys, "snapshot.public.pem")))];
    for (const [index, seen] of this.seen.entries()) {
      const token = new InternalToken(`poll-${index}`, key, systemClock);
      const client = new ControlPlaneClient(controlPlaneUrl, token, publicKeys);
      this.clients.push(client);
      const look = async (): Promise<void> => {
        const answer = await client.call({ method: "GET", path: SNAPSHOT_PATH, timeoutMs: 10_000 }).catch(() => null);
        const opened = answer === null ? null : openSignedSnapshot(answer.text, publicKeys);
        if (opened?.ok === true) this.note(opened.snapshot, seen);
      };
      // One timer each and not all at once: replicas do not start together.
      const phase = (POLL_MS / this.seen.length) * index;
      this.timers.push(setTimeout(() => this.timers.push(setInterval(() => void look(), POLL_MS)), phase));
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    for (const client of this.clients) await client.close();
  }

  private note({ useCases }: SnapshotV1, seen: Map<string, number>): void {
    for (const { id, state } of useCases) if (state === "suspended" && !seen.has(id)) seen.set(id, performance.now());
  }
}
