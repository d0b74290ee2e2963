import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { ReferenceSpend } from "../../domain/consolidation/consolidation-input.js";
import { emptyContent, type Roadmap, type RoadmapContent } from "../../domain/roadmap.js";
import { PgRoadmapRepository } from "./pg-roadmap.repository.js";
import { ROADMAPS } from "./roadmap-tables.js";

/** Every roadmap with its lines as they stand, and the plan's figures, for a seed file. */
export interface RoadmapsExport {
  readonly roadmaps: readonly { readonly roadmap: Roadmap; readonly content: RoadmapContent }[];
  readonly references: readonly (ReferenceSpend & { readonly year: number })[];
}

export async function exportRoadmaps(ctx: Context): Promise<RoadmapsExport> {
  const roadmaps = await ROADMAPS.select(ctx, "ORDER BY year, organisation_id");
  const contents = await new PgRoadmapRepository().contents(
    ctx,
    roadmaps.map(({ id }) => id),
  );
  const references = await rowsOf<Omit<ReferenceSpend, "euros"> & { readonly year: number; readonly euros: string }>(
    ctx,
    "SELECT year, label, kind, vendor, domain, euros, source FROM reference_spend ORDER BY year, label",
  );
  return {
    roadmaps: roadmaps.map((roadmap) => ({ roadmap, content: contents.get(roadmap.id) ?? emptyContent })),
    references: references.map((reference) => ({ ...reference, euros: Number(reference.euros) })),
  };
}
