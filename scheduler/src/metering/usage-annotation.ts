import { scanMembers } from "../kernel/json-members.js";
import type { ServiceCost } from "../cost/service-cost.js";

const annotation = (cost: ServiceCost): string =>
  `"cost":${cost.costMicroEuro / 1_000_000},"impacts":{"kWh":${cost.kWh},"kgCO2eq":${cost.kgCO2eq}}`;

/**
 * An answer's JSON with `cost` (euros) and `impacts` added at the end of its outermost `usage` object; everything else
 * stays byte for byte. Latin-1 text in and out; unchanged when there is no such object.
 */
export const annotateUsage = (text: string, cost: ServiceCost): string => {
  const result = scanMembers(text);
  const usage = result.ok ? result.members.find((member) => member.key === "usage") : undefined;
  if (usage === undefined || text.charCodeAt(usage.valueEnd - 1) !== 0x7d) return text;
  const comma = /^\{\s*\}$/.test(text.slice(usage.valueStart, usage.valueEnd)) ? "" : ",";
  return `${text.slice(0, usage.valueEnd - 1)}${comma}${annotation(cost)}${text.slice(usage.valueEnd - 1)}`;
};
