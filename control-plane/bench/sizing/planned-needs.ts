// node control-plane/bench/sizing/planned-needs.ts COUNT SEED: drawn needs and how each is sized, a line of JSON a need.
import type * as GpuKinds from "../../src/capacity/domain/profiles/gpu-kind.ts";
import type * as ModelShapes from "../../src/capacity/domain/profiles/model-shape.ts";
import type * as Catalogue from "../../src/capacity/domain/profiles/profile-catalogue.ts";
import type * as StepTimes from "../../src/capacity/domain/queueing/step-times.ts";
import type * as ExactSearch from "../../src/capacity/domain/sizing/exact-search.ts";
import type { ReplicaPlan } from "../../src/capacity/domain/sizing/replica-plan.ts";
import type { Workload } from "../../src/capacity/domain/sizing/workload.ts";
import { compiled } from "../figure.ts";
import { randomFrom } from "../../../test/builders/random.ts";

const { GPU_KINDS } = await compiled<typeof GpuKinds>("capacity/domain/profiles/gpu-kind.js");
const { MODEL_SHAPES } = await compiled<typeof ModelShapes>("capacity/domain/profiles/model-shape.js");
const { ProfileCatalogue } = await compiled<typeof Catalogue>("capacity/domain/profiles/profile-catalogue.js");
const { meanContext } = await compiled<typeof StepTimes>("capacity/domain/queueing/step-times.js");
const { fewestGpus, planCandidates } = await compiled<typeof ExactSearch>("capacity/domain/sizing/exact-search.js");

const [count = NaN, seed = NaN] = process.argv.slice(2).map(Number);
const catalogue = new ProfileCatalogue();
const random = randomFrom(seed);

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
/** Small and large alike: even on a logarithmic scale. */
const between = (least: number, most: number): number => Math.round(least * (most / least) ** random());
const threeInFour = (least: number, most: number): number | null => (random() < 0.25 ? null : between(least, most));

/** One kind of requests in the busiest hour. No spare replica and no night: both would hide what is judged. */
function drawn(): Workload {
  const shape = { inputTokens: between(50, 30_000), outputTokens: between(10, 2000) };
  const targets = { ttftP95Ms: threeInFour(300, 20_000), itlP95Ms: threeInFour(15, 300) };
  const dayPerSecond = (between(10_000, 5_000_000) * 0.12) / 3600;
  return { shape, targets, criticality: 4, load: { dayPerSecond, dayAtOnce: 0, nightPerSecond: 0 } };
}

const configurationOf = ({ profile, times, batch, freeBytes }: ReplicaPlan) => ({
  key: profile.key,
  gpusPerReplica: profile.gpusPerReplica,
  ...times,
  maxSequences: batch,
  kvTokens: Math.floor(freeBytes / profile.kvBytesPerToken),
});

for (let written = 0; written < count;) {
  const { model } = pick(MODEL_SHAPES);
  const { code } = pick(GPU_KINDS);
  const workload = drawn();
  const { shape, targets, load } = workload;
  if (targets.ttftP95Ms === null && targets.itlP95Ms === null) continue;
  const candidates = catalogue.candidates(model, "bf16", meanContext(shape), [code]);
  const planned = planCandidates(candidates, workload, "likely");
  const sized = fewestGpus(planned, workload);
  if (!sized.ok) continue;
  const { plan, dayReplicas } = sized.best;
  const configurations = planned.plans.map((each) => configurationOf(each.plan));
  const chosen = { key: plan.profile.key, replicas: dayReplicas };
  console.log(JSON.stringify({ ...shape, ...targets, perSecond: load.dayPerSecond, chosen, configurations }));
  written += 1;
}
