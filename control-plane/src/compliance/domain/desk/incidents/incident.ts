import { conflict, guardRefusal, type Condition } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import { parisPeriod } from "../../../../kernel/paris-calendar.js";
import { next, type DeskRecord } from "../desk-record.js";
import { providerNoticeOf, type Notice } from "./provider-notice.js";
import { HARMS, kindOf, NOTIFICATION_TERMS, type Harm, type IncidentKind } from "./serious-incident.js";

export const INCIDENT_STATES = ["reported", "open", "investigating", "mitigated", "closed"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Something done about an incident; only ever added to. */
export interface Measure {
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}

/** What somebody found of a harm, that it is there or that it is not; only ever added to. */
export interface Finding {
  readonly at: Date;
  readonly by: string;
  readonly harm: Harm;
  readonly found: boolean;
  /** Empty of what was found when the incident was declared. */
  readonly reason: string;
}

/** The report to the market surveillance authority; an incomplete one keeps the term, and is completed later. */
export interface Notification {
  readonly at: Date;
  readonly authority: string;
  readonly reference: string;
  readonly interim: boolean;
}

/** What the file of the use case says of the duties of its body; what nobody said binds. */
export interface Duties {
  /** Article 73 is about high-risk systems: false where the system is known to be none. */
  readonly bound: boolean;
  /** Article 26(5) is about deployers: false where the body is known to be the provider. */
  readonly deployer: boolean;
}

/** Its duties are those of the file when harms were last found. */
export interface Incident extends DeskRecord, Duties {
  readonly useCaseId: string;
  /** By `kindOf(harms)`: nobody writes it. */
  readonly kind: IncidentKind;
  /** Harms that the last finding says are there. */
  readonly harms: readonly Harm[];
  readonly findings: readonly Finding[];
  readonly title: string;
  readonly description: string;
  readonly systemVersion: string | null;
  readonly occurredAt: Date | null;
  /** From when the term runs. */
  readonly awareAt: Date;
  /** Instant after which a notification is late; `null` when none is due. */
  readonly dueAt: Date | null;
  readonly measures: readonly Measure[];
  readonly notification: Notification | null;
  readonly notices: readonly Notice[];
  /** When the use case was suspended because of it. */
  readonly suspendedAt: Date | null;
  readonly state: IncidentState;
  readonly declaredBy: string;
  readonly declaredAt: Date;
}

const DAY_MS = 86_400_000;

/**
 * The end of the last day of the term, in Paris. The day on which one became aware is not counted (Regulation
 * 1182/71, article 3); its extension over week-ends and holidays is left out, so that the clock never shows more time
 * than there is.
 */
export function notificationDueAt(kind: IncidentKind, awareAt: Date): Date | null {
  const { days } = NOTIFICATION_TERMS[kind];
  if (days === null) return null;
  // Noon of the day, so that adding days crosses no clock change.
  const noon = new Date(parisPeriod("day", awareAt).start.getTime() + DAY_MS / 2);
  return parisPeriod("day", new Date(noon.getTime() + days * DAY_MS)).end;
}

export const CLOCK_STATES = ["none", "running", "overdue", "notified", "notified_late"] as const;

/** How the term of article 73 stands. */
export function clockOf(
  { dueAt, notification }: Pick<Incident, "dueAt" | "notification">,
  now: Date,
): (typeof CLOCK_STATES)[number] {
  if (dueAt === null) return "none";
  if (notification !== null) return notification.at < dueAt ? "notified" : "notified_late";
  return now < dueAt ? "running" : "overdue";
}

interface Look {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  /** As the file says now. */
  readonly duties: Duties;
}

/** The harms of an incident with what follows from them: its kind, and the term of article 73 where it binds. */
export function qualified(harms: readonly Harm[], duties: Duties, awareAt: Date) {
  const kind = kindOf(harms);
  const dueAt = duties.bound ? notificationDueAt(kind, awareAt) : null;
  return { ...duties, harms: HARMS.filter((harm) => harms.includes(harm)), kind, dueAt };
}

/** Further harms that anybody who follows it found: the term gets shorter or stays, and never goes, nor does a duty. */
export function withHarms(incident: Incident, harms: readonly Harm[], look: Look): Result<Incident> {
  const { bound, deployer } = look.duties;
  const duties = { bound: incident.bound || bound, deployer: incident.deployer || deployer };
  return found(incident, [...incident.harms, ...harms], { ...look, duties });
}

/**
 * The harms found on a closer look, with the duties that the file tells now. Taking something out lengthens or drops the
 * term: it takes somebody who neither declared the incident nor found what is taken out.
 */
export function requalified(incident: Incident, harms: readonly Harm[], look: Look): Result<Incident> {
  const withdrawn = incident.harms.filter((harm) => !harms.includes(harm));
  const finders = withdrawn.map((harm) => incident.findings.findLast((each) => each.harm === harm)?.by);
  const lifted = DUTIES.some((duty) => incident[duty] && !look.duties[duty]);
  if ((withdrawn.length > 0 || lifted) && [incident.declaredBy, ...finders].includes(look.by))
    return refuse(OWN_FINDING);
  return found(incident, harms, look);
}

const DUTIES = ["bound", "deployer"] as const;
const OWN_FINDING = guardRefusal("incident.guard_unmet", "Somebody else than those who found it withdraws a harm.", [
  {
    code: "withdrawer_is_apart",
    met: false,
    message: "Whoever withdraws a harm neither declared the incident nor found that harm.",
  },
]);

function found(incident: Incident, harms: readonly Harm[], { at, by, reason, duties }: Look): Result<Incident> {
  const changed = HARMS.filter((harm) => harms.includes(harm) !== incident.harms.includes(harm));
  if (changed.length === 0 && DUTIES.every((duty) => duties[duty] === incident[duty]))
    return refuse(conflict("incident.harms_known", "Those harms stand already, and the file says the same."));
  const findings = changed.map((harm) => ({ at, by, harm, found: harms.includes(harm), reason }));
  return alive(incident, {
    ...qualified(harms, duties, incident.awareAt),
    findings: [...incident.findings, ...findings],
  });
}

export const withMeasure = (incident: Incident, measure: Measure): Result<Incident> =>
  alive(incident, { measures: [...incident.measures, measure] });

/** That the provider, or who brought the system to the market, was told (article 26(5)). */
export const informed = (incident: Incident, notice: Notice): Result<Incident> =>
  alive(incident, { notices: [...incident.notices, notice] });

export function notified(incident: Incident, notification: Notification): Result<Incident> {
  if (incident.dueAt === null)
    return refuse(conflict("incident.not_serious", "Article 73 asks for no notification of this incident."));
  if (incident.notification?.interim === false)
    return refuse(conflict("incident.notified", "The complete report was notified already."));
  // A complete report does not undo that the first one was in time, or late.
  const at = incident.notification?.at ?? notification.at;
  return alive(incident, { notification: { ...notification, at } });
}

const NEXT: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  // An application said so: a person confirms it. The term runs meanwhile.
  reported: ["open"],
  open: ["investigating"],
  investigating: ["mitigated"],
  mitigated: ["investigating", "closed"],
  closed: [],
};

export const stepsFrom = (state: IncidentState): readonly IncidentState[] => NEXT[state];

/** One step of its life. It closes once something was done, and once all that the regulation asks for was told. */
export function moved(incident: Incident, to: IncidentState): Result<Incident> {
  if (!NEXT[incident.state].includes(to))
    return refuse(conflict("incident.no_step", `Nothing leads from ${incident.state} to ${to}.`));
  const conditions = to === "closed" ? closing(incident) : [];
  const unmet = conditions.filter(({ met }) => !met);
  if (unmet.length > 0)
    return refuse(guardRefusal("incident.guard_unmet", unmet.map(({ message }) => message).join(" "), conditions));
  return ok(next(incident, { state: to }));
}

const closing = ({ measures, notification, suspendedAt, ...incident }: Incident): readonly Condition[] => [
  { code: "incident.measured", met: measures.length > 0, message: "What was done is recorded." },
  {
    code: "incident.notified_in_full",
    met: incident.dueAt === null || notification?.interim === false,
    message: "The complete report went to the authority.",
  },
  {
    code: "incident.provider_informed",
    met: providerNoticeOf(incident) !== "due",
    message: "The provider of the system was informed, or what was tried is recorded.",
  },
  {
    code: "incident.use_suspended",
    met: suspendedAt !== null || !incident.notices.some(({ risk }) => risk),
    message: "The use of a system that presents a risk was suspended.",
  },
];

const alive = (incident: Incident, change: Partial<Incident>): Result<Incident> =>
  incident.state === "closed"
    ? refuse(conflict("incident.closed", "The incident is closed."))
    : ok(next(incident, change));
