// node control-plane/bench/run.ts NAME: one line of JSON for each figure; `npm run bench -- NAME` runs it and shows them.
import { audit } from "./audit/audit.ts";
import { consolidation } from "./consolidation/consolidation.ts";
import type { Figure } from "./figure.ts";
import { registry } from "./registry/registry.ts";
import { simulate } from "./simulate/simulate.ts";
import { round } from "./round/round.ts";

const benches: Readonly<Record<string, (report: (figure: Figure) => void) => Promise<void>>> = {
  consolidation,
  audit,
  registry,
  round,
  simulate,
};

const [name = ""] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`no bench called ${name}: ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}
await bench((figure) => console.log(JSON.stringify({ bench: name, ...figure })));
