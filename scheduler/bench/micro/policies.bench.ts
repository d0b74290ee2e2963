import { fileURLToPath } from "node:url";
import { BASELINE_FACTS, compileBundle, loadPolicyFiles } from "@socle/policies";
import { microBench } from "./measure.ts";

const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));

export const policies = microBench("policies", "every rule of the repository on one request and one pool", () => {
  const result = compileBundle(loadPolicyFiles(POLICIES));
  if (!result.ok) throw new Error("the policies of the repository do not compile");
  const { bundle } = result;
  const now = Date.now();
  return Promise.resolve({ [`${bundle.rules.length} rules`]: () => bundle.evaluate(BASELINE_FACTS, now) });
});
