import type { Roadmap, RoadmapContent } from "../roadmap.js";

/** One ministry's roadmap as consolidation reads it; `roadmap` null when the ministry has opened none. */
export interface MinistryRoadmap {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roadmap: Roadmap | null;
  readonly content: RoadmapContent;
}

/** What the plan says of the whole State's spend; a yardstick, never added to what is declared. */
export interface ReferenceSpend {
  readonly label: string;
  /** Null for the total over all vendors. */
  readonly vendor: string | null;
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
