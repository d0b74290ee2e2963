import fc from "fast-check";
import { DATA_LABELS, SERVICE_CLASSES, USE_CASE_STATES } from "@socle/contracts";
import type { Facts } from "@socle/policies";

const slug = fc.constantFrom("alpha", "beta", "gamma", "");
const labels = fc.uniqueArray(fc.constantFrom(...DATA_LABELS), { maxLength: 5 });

/** Any facts a scheduler could gather, and some it could not. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  organisation: fc.record({ slug, path: fc.array(slug, { maxLength: 4 }) }),
  useCase: fc.record({
    slug,
    state: fc.constantFrom(...USE_CASE_STATES),
    serviceClass: fc.constantFrom(...SERVICE_CLASSES),
  }),
  application: fc.record({ slug }),
  request: fc.record({ labels, stream: fc.boolean(), maxOutputTokens: fc.nat(10_000) }),
  model: fc.record({ name: slug, publisher: slug }),
  pool: fc.record({ slug, gpuClass: slug, acceptedLabels: labels }),
});
