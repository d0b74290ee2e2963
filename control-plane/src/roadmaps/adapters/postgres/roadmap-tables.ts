import { column, json, Table, values } from "../../../platform/database/table.js";
import type { Roadmap, RoadmapEvent } from "../../domain/roadmap.js";
import type { StoredReport } from "../../ports/roadmap-report-repository.port.js";

export const ROADMAPS = new Table<Roadmap>(
  "roadmap",
  values("id", "organisationId", "year", "state", "declaredBy", "submittedAt", "version"),
);

export const EVENTS = new Table<RoadmapEvent>("roadmap_event", {
  ...values("id", "roadmapId", "organisationId", "at", "by", "reason"),
  ...{ from: column("from_state"), to: column("to_state") },
});

export const REPORTS = new Table<StoredReport>("roadmap_report", {
  ...values("id", "year", "computedAt", "computedBy", "inputDigest", "windowMonths"),
  ...json("report"),
});
