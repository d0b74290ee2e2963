import { QUANTITY_NAMES } from "@socle/contracts";
import type { Amounts, DeploymentV1, Quantity } from "@socle/contracts";
import { serviceCost } from "./service-cost.js";

/** The most a request can use on any of the deployments it may be sent to, from the most its operation can. */
export const upperAmounts = (bounds: Amounts, deployments: readonly DeploymentV1[]): Amounts => {
  const most: Partial<Record<Quantity, number>> = { ...bounds, requests: 1 };
  for (const deployment of deployments) {
    const cost: Amounts = serviceCost(bounds, deployment);
    for (const quantity of QUANTITY_NAMES) {
      const amount = cost[quantity];
      if (amount !== undefined) most[quantity] = Math.max(most[quantity] ?? 0, amount);
    }
  }
  return most;
};

/** Amounts of the quantities that a bound names, up to it. */
export const within = (amounts: Amounts, bound: Amounts): Amounts => {
  const kept: Partial<Record<Quantity, number>> = {};
  for (const quantity of QUANTITY_NAMES) {
    const most = bound[quantity];
    if (most !== undefined) kept[quantity] = Math.min(amounts[quantity] ?? 0, most);
  }
  return kept;
};
