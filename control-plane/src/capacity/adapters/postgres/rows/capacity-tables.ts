import { column, group, json, Table, values } from "../../../../platform/database/table.js";
import type { Campaign } from "../../../domain/campaign/campaign.js";
import type { Consolidation } from "../../../domain/consolidation/consolidation-life.js";
import type { CapacityDeclaration } from "../../../domain/declaration/capacity-declaration.js";
import type { CapacityImport } from "../../../domain/import/capacity-import.js";
import type { CapacityNeed, NeedContent } from "../../../domain/need/capacity-need.js";
import { contentOf } from "../../../domain/need/read-need.js";

export const CAMPAIGNS = new Table<Campaign>("campaign", {
  ...values("id", "name", "kind", "state", "opensAt", "closesAt", "scope", "templateVersion", "quarters"),
  ...values("reminderDays", "createdBy", "createdAt", "version"),
});

const submitted = values(
  ...(["id", "campaignId", "organisationId", "state", "declaredBy", "createdAt", "updatedAt", "version"] as const),
  "completeness",
);

export const DECLARATIONS = new Table<CapacityDeclaration>("capacity_declaration", {
  ...submitted,
  ...values("lineCount", "gpuCount", "supersedes"),
  overCommitment: group({ approvedBy: column("over_commitment_by"), reason: column("over_commitment_reason") }),
});

type StoredNeed = Omit<CapacityNeed, keyof NeedContent> & { readonly content: NeedContent };
export const NEEDS = new Table<StoredNeed>("capacity_need", { ...submitted, ...json("content") });
export const storedNeed = (need: CapacityNeed): StoredNeed => ({ ...need, content: contentOf(need) });
export const needOf = ({ content, ...need }: StoredNeed): CapacityNeed => ({ ...content, ...need });

export const IMPORTS = new Table<CapacityImport>("capacity_import", {
  ...values("id", "campaignId", "organisationId", "target", "format", "fileName", "fileDigest", "state", "rowsRead"),
  ...values("progress", "errorCount", "createdBy", "createdAt", "finishedAt", "version"),
  failure: group({ code: column("failure_code"), message: column("failure_message") }),
});

export const CONSOLIDATIONS = new Table<Consolidation>("consolidation", {
  ...values("id", "campaignId", "state", "progress", "inputDigest", "reportDigest", "failure", "requestedBy"),
  ...values("requestedAt", "computedAt", "reviewedBy", "publishedBy", "publishedAt", "version"),
  ...json("supplier"),
});
