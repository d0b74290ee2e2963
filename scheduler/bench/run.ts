// npm run bench -- NAME… [--json]: the one way to run benches; without a name all of them.
import { failover } from "./failover/failover.ts";
import { admission } from "./admission/admission.ts";
import { controlPlaneBenches } from "./control-plane-benches.ts";
import { fairness } from "./fairness/fairness.ts";
import { microBenches } from "./micro/micro-benches.ts";
import { overhead } from "./overhead/overhead.ts";
import { isolation } from "./isolation/isolation.ts";
import { quota } from "./quota/quota.ts";
import { routing } from "./routing/routing.ts";
import { sizing } from "./sizing/sizing.ts";
import { suspend } from "./suspend/suspend.ts";
import { sentence, type Bench, type Result } from "./result.ts";
import { notMeasured, table } from "./table.ts";

const args = process.argv.slice(2);
const json = args.includes("--json");
/** Options that a value follows. */
const VALUED = ["--trace", "--cell", "--seeds"];
const names = args.filter((arg, at) => !arg.startsWith("--") && !VALUED.includes(args[at - 1] ?? ""));
const benches: readonly Bench[] = [
  overhead,
  quota,
  routing,
  failover,
  admission,
  fairness,
  isolation,
  sizing,
  suspend,
  ...controlPlaneBenches,
  ...microBenches,
];
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));

if (unknown.length > 0) {
  console.error(`no bench called ${unknown.join(", ")}; npm run bench -- NAME… [--json]`);
  for (const { name, purpose } of benches) console.error(`  ${name.padEnd(18)}${purpose}`);
  process.exit(1);
}

const results: Result[] = [];
function report(result: Result): void {
  results.push(result);
  console.log(json ? JSON.stringify(result) : sentence(result));
}

/** A bench that fails costs its own figures, not those of the others. */
async function measure(bench: Bench): Promise<void> {
  const from = performance.now();
  try {
    await bench.run(report);
  } catch (error) {
    report(notMeasured(bench.name, "failed", error instanceof Error ? error.message : "failed"));
    process.exitCode = 1;
  }
  const value = (performance.now() - from) / 1000;
  report({ bench: bench.name, metric: "took_seconds", value, unit: "s", target: null });
}

for (const bench of benches) if (names.length === 0 || names.includes(bench.name)) await measure(bench);
if (!json) console.log(`\n${table(results)}`);
