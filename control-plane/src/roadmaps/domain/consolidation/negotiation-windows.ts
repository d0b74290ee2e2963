import { monthsLater } from "../../../kernel/months-later.js";
import { vendorKey, type MinistryRoadmap } from "./consolidation-input.js";

export interface Renewal {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly product: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** By when notice has to be given; null when the line does not say. */
  readonly noticeDate: string | null;
  readonly euros: number;
}

/** Renewals of one vendor that several ministries could negotiate as one. */
export interface NegotiationWindow {
  readonly vendor: string;
  readonly from: string;
  readonly to: string;
  /** The first day by which any of them has to give notice, else the first renewal. */
  readonly actBefore: string;
  readonly euros: number;
  readonly ministries: number;
  /** Earliest first. */
  readonly renewals: readonly Renewal[];
}

/**
 * Gathers each vendor's renewals to come into windows of `months`: a window opens at the earliest renewal that is in
 * none yet and takes those up to `months` later. Windows of one ministry alone are no negotiation and are left out.
 * @param today `YYYY-MM-DD`; renewals before it are past
 */
export function negotiationWindows(
  ministries: readonly MinistryRoadmap[],
  today: string,
  months: number,
): readonly NegotiationWindow[] {
  const byVendor = new Map<string, { vendor: string; renewals: Renewal[] }>();
  for (const { organisationId, organisationName, content } of ministries)
    for (const { vendor, product, renewalDate, noticeDate, annualCostEuros } of content.dependencies) {
      if (renewalDate === null || renewalDate < today) continue;
      const entry = byVendor.get(vendorKey(vendor)) ?? { vendor: vendor.trim(), renewals: [] };
      const renewal = { organisationId, organisationName, product, date: renewalDate, noticeDate };
      entry.renewals.push({ ...renewal, euros: annualCostEuros });
      byVendor.set(vendorKey(vendor), entry);
    }
  return [...byVendor.values()]
    .flatMap(({ vendor, renewals }) => gathered(renewals, months).map((group) => windowOf(vendor, group)))
    .filter((each) => each.ministries > 1)
    .toSorted((left, right) => left.from.localeCompare(right.from) || right.euros - left.euros);
}

function gathered(renewals: readonly Renewal[], months: number): readonly (readonly Renewal[])[] {
  const groups: Renewal[][] = [];
  const inOrder = renewals.toSorted(
    (left, right) => left.date.localeCompare(right.date) || left.organisationId.localeCompare(right.organisationId),
  );
  for (const renewal of inOrder) {
    const open = groups.at(-1);
    const opened = open?.[0]?.date;
    const until = opened === undefined ? "" : monthsLater(new Date(opened), months).toISOString().slice(0, 10);
    if (open !== undefined && renewal.date <= until) open.push(renewal);
    else groups.push([renewal]);
  }
  return groups;
}

function windowOf(vendor: string, renewals: readonly Renewal[]): NegotiationWindow {
  const dates = renewals.map(({ date }) => date);
  const from = dates[0] ?? "";
  const notices = renewals.map(({ noticeDate, date }) => noticeDate ?? date).toSorted();
  return {
    vendor,
    from,
    to: dates.at(-1) ?? from,
    actBefore: notices[0] ?? from,
    euros: renewals.reduce((sum, { euros }) => sum + euros, 0),
    ministries: new Set(renewals.map(({ organisationId }) => organisationId)).size,
    renewals,
  };
}
