import type { DependencyDomain } from "../dependency.js";
import type { RoadmapContent } from "../roadmap.js";
import { vendorKey, type MinistryRoadmap, type ReferenceSpend } from "./consolidation-input.js";

/** Spend of a year on one vendor: whole euros, how many lines, how many ministries. */
export interface VendorSpend {
  /** As most lines write it. */
  readonly vendor: string;
  readonly euros: number;
  readonly lines: number;
  readonly ministries: number;
}

export interface DomainSpend {
  readonly domain: DependencyDomain;
  readonly euros: number;
  readonly lines: number;
}

export interface YearSpend {
  readonly year: number;
  readonly domain: DependencyDomain;
  readonly euros: number;
}

/** A yardstick of the plan beside what was declared of it. */
export interface ReferenceCoverage extends ReferenceSpend {
  readonly declaredEuros: number;
}

export function spendByVendor(ministries: readonly MinistryRoadmap[]): readonly VendorSpend[] {
  const byVendor = new Map<string, { names: string[]; euros: number; ministries: Set<string> }>();
  for (const { organisationId, content } of ministries)
    for (const { vendor, annualCostEuros } of content.dependencies) {
      const entry = byVendor.get(vendorKey(vendor)) ?? { names: [], euros: 0, ministries: new Set<string>() };
      entry.names.push(vendor.trim());
      entry.euros += annualCostEuros;
      entry.ministries.add(organisationId);
      byVendor.set(vendorKey(vendor), entry);
    }
  return [...byVendor.values()]
    .map(({ names, euros, ministries: bodies }) => ({
      vendor: mostFrequent(names),
      euros,
      lines: names.length,
      ministries: bodies.size,
    }))
    .toSorted((left, right) => right.euros - left.euros || left.vendor.localeCompare(right.vendor, "fr"));
}

export function spendByDomain(ministries: readonly MinistryRoadmap[]): readonly DomainSpend[] {
  const totals = new Map<DependencyDomain, { euros: number; lines: number }>();
  for (const { domain, annualCostEuros } of ministries.flatMap(({ content }) => content.dependencies)) {
    const before = totals.get(domain) ?? { euros: 0, lines: 0 };
    totals.set(domain, { euros: before.euros + annualCostEuros, lines: before.lines + 1 });
  }
  return [...totals]
    .map(([domain, total]) => ({ domain, ...total }))
    .toSorted((left, right) => right.euros - left.euros || left.domain.localeCompare(right.domain));
}

/** The trajectory that ministries planned, summed by year and domain. */
export function spendByYear(ministries: readonly MinistryRoadmap[]): readonly YearSpend[] {
  const totals = new Map<string, YearSpend>();
  for (const { year, domain, euros } of ministries.flatMap(({ content }) => content.plannedSpend)) {
    const key = `${String(year)} ${domain}`;
    totals.set(key, { year, domain, euros: (totals.get(key)?.euros ?? 0) + euros });
  }
  return [...totals.values()].toSorted(
    (left, right) => left.year - right.year || left.domain.localeCompare(right.domain),
  );
}

/**
 * How much of each figure of the plan the declarations account for: of a spend, what the lines of its vendor and domain
 * cost; of a saving, what the actions on them that are not abandoned save a year.
 */
export function coverageOf(
  references: readonly ReferenceSpend[],
  ministries: readonly MinistryRoadmap[],
): readonly ReferenceCoverage[] {
  return references.map((reference) => ({
    ...reference,
    declaredEuros: ministries.reduce((sum, { content }) => sum + declaredOf(reference, content), 0),
  }));
}

function declaredOf({ kind, vendor, domain }: ReferenceSpend, { dependencies, actions }: RoadmapContent): number {
  const lines = dependencies.filter(
    (line) =>
      (vendor === null || vendorKey(line.vendor) === vendorKey(vendor)) && (domain === null || line.domain === domain),
  );
  if (kind === "spend") return lines.reduce((sum, line) => sum + line.annualCostEuros, 0);
  const ids = new Set(lines.map(({ id }) => id));
  const kept = actions.filter(({ dependencyId, progress }) => ids.has(dependencyId) && progress !== "abandoned");
  return kept.reduce((sum, { runDeltaEuros }) => sum - runDeltaEuros, 0);
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, left], [b, right]) => right - left || a.localeCompare(b, "fr"));
  return best?.[0] ?? "";
}
