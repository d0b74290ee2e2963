import { shownAmount } from "@socle/contracts";
import type { Amounts } from "@socle/contracts";
import { scanMembers } from "../kernel/json-members.js";

const annotation = ({ costMicroEuro = 0, nanoKWh = 0, nanoKgCO2eq = 0 }: Amounts): string => {
  const impacts = { kWh: shownAmount("nanoKWh", nanoKWh), kgCO2eq: shownAmount("nanoKgCO2eq", nanoKgCO2eq) };
  return `"cost":${shownAmount("costMicroEuro", costMicroEuro)},"impacts":${JSON.stringify(impacts)}`;
};

/**
 * An answer's JSON with `cost` (euros) and `impacts` added at the end of its outermost `usage` object; everything else
 * stays byte for byte. Latin-1 text in and out; unchanged when there is no such object.
 */
export const annotateUsage = (text: string, cost: Amounts): string => {
  const result = scanMembers(text);
  const usage = result.ok ? result.members.find((member) => member.key === "usage") : undefined;
  if (usage === undefined || text.charCodeAt(usage.valueEnd - 1) !== 0x7d) return text;
  const comma = /^\{\s*\}$/.test(text.slice(usage.valueStart, usage.valueEnd)) ? "" : ",";
  return `${text.slice(0, usage.valueEnd - 1)}${comma}${annotation(cost)}${text.slice(usage.valueEnd - 1)}`;
};
