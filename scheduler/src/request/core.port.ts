import type { OutputForecast } from "../admission/budgets/output-forecast.js";
import type { LocalShares } from "../admission/limits/local-shares.js";
import type { CostEstimates } from "../admission/fair-share/queue/cost-estimates.js";
import type { FairQueues } from "../admission/fair-share/queue/fair-queues.port.js";
import type { SchedulerLimits } from "../config/scheduler-config.js";
import type { RetryBudget } from "../dispatch/retry-budget.js";
import type { Upstream } from "../dispatch/upstream.port.js";
import type { Awaited } from "../endpoint-picker/hold-rule/awaited.js";
import type { PickProfile } from "../endpoint-picker/picker.port.js";
import type { Fleet } from "../fleet/fleet.js";
import type { ActivityMeter } from "../kernel/activity-meter.js";
import type { Clock } from "../kernel/clock.js";
import type { HeldBytes } from "../kernel/held-bytes.js";
import type { LeaseBook, LeaseSupply } from "../kernel/lease/lease-book.port.js";
import type { Logger } from "../kernel/logger.port.js";
import type { SnapshotHolder } from "../kernel/snapshot/snapshot-holder.js";
import type { Spool } from "../kernel/spool.port.js";
import type { Telemetry } from "../kernel/telemetry.port.js";
import type { RecentRecords } from "../metering/recent-records.js";
import type { Placed } from "../placement/placed.js";
import type { CacheSalts } from "./prompt/cache-salt.js";
import type { Alarms } from "./alarms.js";
import type { PromptSalt } from "./prompt/engine-stay.js";
import type { WaitingRequests } from "../placement/waiting-requests.js";

/** Everything a request's life touches. */
export interface CoreParts {
  readonly replica: string;
  readonly clock: Clock;
  readonly holder: SnapshotHolder;
  readonly book: LeaseBook;
  readonly supply: LeaseSupply;
  /** Limits while the control plane is away. */
  readonly shares: LocalShares;
  readonly forecast: OutputForecast;
  readonly queue: FairQueues<Placed>;
  readonly estimates: CostEstimates;
  readonly fleet: Fleet;
  readonly profile: PickProfile;
  readonly awaited: Awaited;
  readonly promptSalt: PromptSalt;
  readonly cacheSalts: CacheSalts;
  readonly upstream: Upstream;
  readonly retries: RetryBudget;
  readonly spool: Spool;
  readonly recent: RecentRecords;
  readonly activity: ActivityMeter;
  readonly telemetry: Telemetry;
  readonly logger: Logger;
  readonly limits: SchedulerLimits;
  /** Memory of all requests. */
  readonly held: HeldBytes;
}

export interface LifeParts extends CoreParts {
  readonly waiting: WaitingRequests;
  readonly alarms: Alarms;
}
