import { LIMITS, type LimitKind } from "@socle/contracts";
import { parisPeriod, type CalendarPeriod } from "../../kernel/paris-calendar.js";
import type { NodeType } from "./node.js";

/** A limit of a node over all replicas. One per node, kind and model. */
export interface UsageLimit {
  readonly id: string;
  readonly nodeId: string;
  readonly nodeType: NodeType;
  readonly organisationId: string;
  readonly kind: LimitKind;
  readonly value: number;
  /** Counts this model alone; every model when `null`. */
  readonly modelId: string | null;
  /** Refuses when no unexpired lease covers a request. */
  readonly hard: boolean;
}

const MINUTE = 60_000;
/** Requests at once are held, not used up: their one period never ends. */
const ALWAYS: CalendarPeriod = { start: new Date(0), end: new Date(Date.UTC(9999, 0)) };

/** The window of a limit that holds an instant: clock minutes, Paris days. */
export function limitWindowAt({ kind }: Pick<UsageLimit, "kind">, at: Date): CalendarPeriod {
  switch (LIMITS[kind].window) {
    case "always":
      return ALWAYS;
    case "minute": {
      const start = Math.floor(at.getTime() / MINUTE) * MINUTE;
      return { start: new Date(start), end: new Date(start + MINUTE) };
    }
    case "day":
      return parisPeriod("day", at);
  }
}
