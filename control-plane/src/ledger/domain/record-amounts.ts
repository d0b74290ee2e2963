import { addAmounts, type Amounts, type RequestRecordV1 } from "@socle/contracts";

/** What one request counts for, what is counted from its record included; nothing of what it used none of. */
export function amountsOf({ decision, usage }: RequestRecordV1): Amounts {
  const refused = decision.outcome === "refused" ? 1 : 0;
  const estimated = usage?.estimated === true ? 1 : 0;
  const all = { ...usage?.quantities, requests: 1, refused, estimated };
  return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0));
}

export const sumAmounts = (list: readonly Amounts[]): Amounts => list.reduce(addAmounts, {});
