import type { DependencyDomain } from "../dependency.js";
import type { Roadmap, RoadmapContent } from "../roadmap.js";

/** One ministry's roadmap as consolidation reads it; `roadmap` null when the ministry has opened none. */
export interface MinistryRoadmap {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roadmap: Roadmap | null;
  readonly content: RoadmapContent;
}

export const REFERENCE_KINDS = ["spend", "saving"] as const;
/** What a figure of the plan speaks of: what is spent a year, or what is to be saved a year. */
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** What the plan says of the whole State's spend or savings; a yardstick, never added to what is declared. */
export interface ReferenceSpend {
  readonly label: string;
  readonly kind: ReferenceKind;
  /** Null for the total over all vendors. */
  readonly vendor: string | null;
  /** Null for the total over all domains. */
  readonly domain: DependencyDomain | null;
  /** Whole euros a year. */
  readonly euros: number;
  readonly source: string;
}

/** A vendor's name as lines are gathered by: without case, accents or surrounding blanks. */
export const vendorKey = (vendor: string): string =>
  vendor
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase();
