// npm run bench -- NAME… [--json]: the one way to run benches.
import { failover } from "./failover/failover.ts";
import { admission } from "./admission/admission.ts";
import { fairness } from "./fairness/fairness.ts";
import { microBenches } from "./micro/micro-benches.ts";
import { overhead } from "./overhead/overhead.ts";
import { quota } from "./quota/quota.ts";
import { routing } from "./routing/routing.ts";
import { sentence, type Bench, type Result } from "./result.ts";

const args = process.argv.slice(2);
const json = args.includes("--json");
const names = args.filter((arg) => !arg.startsWith("--"));
const benches: readonly Bench[] = [overhead, routing, failover, quota, admission, fairness, ...microBenches];
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));

if (unknown.length > 0 || names.length === 0) {
  if (unknown.length > 0) console.error(`no bench called ${unknown.join(", ")}`);
  console.error("npm run bench -- NAME… [--json]");
  for (const { name, purpose } of benches) console.error(`  ${name.padEnd(18)}${purpose}`);
  process.exit(1);
}

function report(result: Result): void {
  console.log(json ? JSON.stringify(result) : sentence(result));
}

try {
  for (const bench of benches.filter(({ name }) => names.includes(name))) await bench.run(report);
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : "failed"}`);
  process.exitCode = 1;
}
