import type { GovernanceEventFilter } from "../generated/operations";
import { acts } from "../i18n/fr/acts";
import { codeKey } from "../providers/refusal";

/** Names under which the address keeps what narrows the journal. */
export const JOURNAL_FILTERS = ["act", "organisation", "actor", "from", "to"] as const;

/** Every act that the journal can hold, as the control plane names it: a room, a point, a verb. */
export const ACTS: readonly string[] = Object.keys(acts.act).map((key) => key.replace("_", ".").replaceAll("_", "-"));
export const ROOMS = Object.keys(acts.actRoom);

export const actsOf = (room: string): readonly string[] => ACTS.filter((act) => act.startsWith(`${room}.`));
export const actKey = (act: string): string => `act.${codeKey(act)}`;

/** A room asks for all its acts. Days are the reader's, the last one included. */
export function journalFilter(filters: Readonly<Partial<Record<string, string>>>): GovernanceEventFilter {
  const { act = "", organisation = "", actor = "", from = "", to = "" } = filters;
  return {
    acts: act === "" ? null : ACTS.includes(act) ? [act] : actsOf(act),
    organisationId: organisation === "" ? null : organisation,
    actor: actor === "" ? null : actor,
    from: dayStart(from, 0),
    to: dayStart(to, 1),
  };
}

function dayStart(day: string, later: number): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined || Number.isNaN(year + month + date)) return null;
  return new Date(year, month - 1, date + later).toISOString();
}
