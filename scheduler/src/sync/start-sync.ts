import type { KeyObject } from "node:crypto";
import { INCIDENT_PATH, type IncidentReportV1 } from "@socle/contracts";
import type { ActivityMeter } from "../kernel/activity-meter.js";
import type { Clock } from "../kernel/clock.js";
import type { LeaseBook, LeaseSupply } from "../kernel/lease/lease-book.port.js";
import type { Logger } from "../kernel/logger.port.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import type { Spool } from "../kernel/spool.port.js";
import { ControlPlaneClient } from "./control-plane-client.js";
import type { InternalAnswer } from "./control-plane-client.js";
import { InternalToken } from "./internal-token.js";
import { LeaseClient } from "./lease/lease-client.js";
import { ShareExchange } from "./lease/share-exchange.js";
import type { ExchangedParts } from "./lease/share-exchange.js";
import { SnapshotClient } from "./snapshot/snapshot-client.js";
import { SnapshotIntake } from "./snapshot/snapshot-intake.js";
import { SnapshotStore } from "./snapshot/snapshot-store.js";
import type { SyncObserver } from "./sync-observer.port.js";
import { UsageShipper } from "./usage/usage-shipper.js";

export interface SyncSettings {
  readonly replica: string;
  readonly controlPlaneUrl: string;
  /** Ed25519 key that the control plane knows this scheduler by. */
  readonly privateKey: KeyObject;
  /** Ed25519 key that snapshots are signed with. */
  /** The control plane's; several while they change. */
  readonly controlPlaneKeys: readonly KeyObject[];
  /** Folder for snapshots, made when absent. */
  readonly snapshotFolder: string;
}

export interface SyncPorts {
  readonly holder: SnapshotHolder;
  readonly book: LeaseBook;
  readonly activity: ActivityMeter;
  readonly exchanged: ExchangedParts;
  readonly spool: Spool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer: SyncObserver;
}

export interface Sync {
  readonly supply: LeaseSupply;
  /** Passes on what an application told of its use case; rejects when the control plane gave no answer of its own. */
  report(report: IncidentReportV1): Promise<InternalAnswer>;
  /** To call once no request runs any more: ships what is spooled within `drainMs`, gives leases back, ends. */
  stop(drainMs: number): Promise<void>;
}

/** Starts the exchange with the control plane. Resolves once the snapshot on disk, if any, is in force. */
export async function startSync(settings: SyncSettings, ports: SyncPorts): Promise<Sync> {
  const shared = { ...ports, replica: settings.replica, random: Math.random, client: clientOf(settings, ports.clock) };
  const snapshots = new SnapshotClient({
    ...shared,
    intake: new SnapshotIntake({ ...ports, publicKeys: settings.controlPlaneKeys }),
    store: new SnapshotStore(settings.snapshotFolder),
  });
  const leases = new LeaseClient({ ...shared, exchange: new ShareExchange(ports.holder, ports.exchanged) });
  const shipper = new UsageShipper(shared);
  ports.holder.onSwap(({ budgets, limits }) => ports.book.keepOnly({ has: (id) => budgets.has(id) || limits.has(id) }));
  ports.holder.onSwap(() => leases.endpointsChanged());
  await snapshots.restore();
  for (const part of [snapshots, leases, shipper]) part.start();
  return {
    supply: leases,
    report: (report) =>
      shared.client.call({ method: "POST", path: INCIDENT_PATH, body: JSON.stringify(report), timeoutMs: REPORT_MS }),
    async stop(drainMs) {
      await snapshots.stop();
      await shipper.drain(drainMs);
      await leases.stop();
      await shared.client.close();
    },
  };
}

/** Somebody waits for it. */
const REPORT_MS = 5_000;

const clientOf = (settings: SyncSettings, clock: Clock): ControlPlaneClient =>
  new ControlPlaneClient(
    settings.controlPlaneUrl,
    new InternalToken(settings.replica, settings.privateKey, clock),
    settings.controlPlaneKeys,
  );
