import { expect, it } from "vitest";
import { createRetryBudget } from "./retry-budget.js";

it("lets one request in five be tried again once the reserve is spent", () => {
  const budget = createRetryBudget();
  while (budget.spend());
  let retries = 0;
  for (let request = 0; request < 1_000; request += 1) {
    budget.earn();
    if (budget.spend()) retries += 1;
  }
  expect(retries).toBeGreaterThan(190);
  expect(retries).toBeLessThanOrEqual(200);
});
