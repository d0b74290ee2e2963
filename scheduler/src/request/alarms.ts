import { ALARMING_CODES, type PoolDecisionV1 } from "@socle/contracts";
import type { Clock } from "../kernel/clock.js";
import type { Logger } from "../kernel/logger.port.js";

export const ALARMING: ReadonlySet<string> = new Set(ALARMING_CODES);

/** Hours within which the same application is told of once, whatever it sends. */
const ONCE_IN_MS = 3_600_000;

export interface Refused {
  readonly decisionId: string;
  /** `null` when nobody knows the caller. */
  readonly application: string | null;
  readonly pools: readonly PoolDecisionV1[];
}

/**
 * Tells of refusals that are more than refusals, by `policy.alarm` in the log: rows D1 and D18. Names the decision and the
 * application, never the content. Holds one entry per application and code of the last hour.
 */
export class Alarms {
  private readonly told = new Map<string, number>();

  constructor(
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  refused({ decisionId, application, pools }: Refused): void {
    const codes = pools
      .flatMap(({ reasons }) => reasons)
      .filter(({ code, silenced }) => !silenced && ALARMING.has(code));
    for (const code of new Set(codes.map((reason) => reason.code)))
      if (this.isFirst(`${application ?? ""} ${code}`))
        this.logger.error("policy.alarm", { code, decisionId, application });
  }

  private isFirst(subject: string): boolean {
    const now = this.clock.wall();
    for (const [known, at] of this.told) if (now - at >= ONCE_IN_MS) this.told.delete(known);
    if (this.told.has(subject)) return false;
    this.told.set(subject, now);
    return true;
  }
}
