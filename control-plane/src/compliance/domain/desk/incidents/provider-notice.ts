/** Whom article 26(5) of the AI Act has a deployer inform, the provider first; the authority has its own notification. */
export const NOTICE_RECIPIENTS = ["provider", "importer", "distributor"] as const;

/** That a deployer informed somebody of an incident; only ever added to. */
export interface Notice {
  readonly at: Date;
  readonly by: string;
  readonly to: (typeof NOTICE_RECIPIENTS)[number];
  readonly name: string;
  /** How it can be found again: a number, a date of post; what was tried, when nobody could be reached. */
  readonly reference: string;
  /** There is reason to consider that the system presents a risk when used as instructed (article 79(1)). */
  readonly risk: boolean;
}

export const PROVIDER_NOTICE_STATES = ["none", "due", "given"] as const;

interface Told {
  /** `null` where article 73 asks for nothing, and 26(5) with it. */
  readonly dueAt: Date | null;
  /** False where the body is the provider itself. */
  readonly deployer: boolean;
  readonly notices: readonly Notice[];
}

/** How the notice to the provider stands; it is due at once. */
export function providerNoticeOf({ dueAt, deployer, notices }: Told): (typeof PROVIDER_NOTICE_STATES)[number] {
  if (notices.some(({ to }) => to === "provider")) return "given";
  return dueAt !== null && deployer ? "due" : "none";
}
