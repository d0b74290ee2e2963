import type { CapacityLine } from "../../control-plane/src/capacity/domain/declaration/capacity-line.js";
import { aLine as declaredLine } from "./capacity.builder.js";

/** Eight H100 for internal data, all of them to share, nothing else told. */
export const aLine = (changes: Partial<CapacityLine> = {}): CapacityLine =>
  declaredLine({
    reference: "baie-1",
    site: "Osny",
    labels: ["public", "internal", "personal"],
    shareablePercent: 100,
    ...changes,
  });
