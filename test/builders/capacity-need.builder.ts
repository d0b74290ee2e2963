import type { CapacityNeed } from "../../control-plane/src/capacity/domain/need/capacity-need.js";
import { aNeed as draftNeed } from "./capacity.builder.js";

/** An accepted need: 40,000 requests a day of Mistral Small, 1,500 tokens in and 300 out, no latency target. */
export const aNeed = (changes: Partial<CapacityNeed> = {}): CapacityNeed =>
  draftNeed({
    id: "01890000-0000-7000-8000-00000000000a",
    campaignId: "01890000-0000-7000-8000-0000000000ca",
    organisationId: "01890000-0000-7000-8000-000000000001",
    state: "accepted",
    declaredBy: "camille",
    reference: "assistant",
    model: "mistral-small-3.2-24b",
    justification: "Courrier des usagers",
    quantities: [{ quarter: "2026Q4", low: 30_000, likely: 40_000, high: 60_000 }],
    ...changes,
  });
