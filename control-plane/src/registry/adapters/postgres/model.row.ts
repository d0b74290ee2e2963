import type { Model, ModelState, Provenance } from "../../domain/models/model.js";

export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly publisher_country: string;
  readonly licence: string;
  readonly context_window: number;
  readonly provenance: Provenance;
  readonly state: ModelState;
  readonly proposed_for: string | null;
  readonly proposed_by: string;
  readonly announced_at: Date | null;
  readonly ends_at: Date | null;
  readonly replacement_id: string | null;
  readonly sunset_reason: string | null;
  readonly version: number;
}

export const MODEL_COLUMNS = [
  "id",
  "name",
  "publisher",
  "publisher_country",
  "licence",
  "context_window",
  "provenance",
  "state",
  "proposed_for",
  "proposed_by",
  "announced_at",
  "ends_at",
  "replacement_id",
  "sunset_reason",
  "version",
] as const satisfies readonly (keyof ModelRow)[];

export const modelFromRow = (row: ModelRow): Model => ({
  id: row.id,
  name: row.name,
  publisher: row.publisher,
  publisherCountry: row.publisher_country,
  licence: row.licence,
  contextWindow: row.context_window,
  provenance: row.provenance,
  state: row.state,
  proposedFor: row.proposed_for,
  proposedBy: row.proposed_by,
  sunset:
    row.announced_at === null || row.ends_at === null
      ? null
      : {
          announcedAt: row.announced_at,
          endsAt: row.ends_at,
          replacementId: row.replacement_id,
          reason: row.sunset_reason ?? "",
        },
  version: row.version,
});

/** Values in the order of `MODEL_COLUMNS`. */
export const modelValues = (model: Model): readonly unknown[] => [
  model.id,
  model.name,
  model.publisher,
  model.publisherCountry,
  model.licence,
  model.contextWindow,
  JSON.stringify(model.provenance),
  model.state,
  model.proposedFor,
  model.proposedBy,
  model.sunset?.announcedAt ?? null,
  model.sunset?.endsAt ?? null,
  model.sunset?.replacementId ?? null,
  model.sunset?.reason ?? null,
  model.version,
];
