import type { Day } from "../calendar-day.js";
import type { AuthorityDecision } from "./derogation.js";

/** What everybody may read of a granted derogation; its motive and guarantees stay with the ministry. */
export interface DerogationNotice {
  readonly derogationId: string;
  readonly rule: string;
  /** Names, since readers of other ministries do not see the records. */
  readonly body: string;
  readonly useCase: string;
  readonly authorities: readonly string[];
  readonly decisions: readonly Omit<AuthorityDecision, "recordedBy">[];
  readonly notice: string;
  readonly noticeUrl: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly publishedAt: Date;
  readonly revokedAt: Date | null;
}
