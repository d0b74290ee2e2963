import type { OfUseCase } from "../stored.js";

export const STAFF_OPINIONS = ["favourable", "reserved", "unfavourable", "none_given"] as const;

/** What a body of staff representatives was told and said of a use case; only ever added to. */
export interface StaffConsultation extends OfUseCase {
  readonly body: string;
  /** Day, ISO 8601. */
  readonly heldOn: string;
  readonly opinion: (typeof STAFF_OPINIONS)[number];
  readonly summary: string;
  readonly documentUrl: string | null;
  readonly recordedBy: string;
}
