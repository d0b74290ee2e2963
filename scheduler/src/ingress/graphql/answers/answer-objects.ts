import { QUANTITIES, QUANTITY_NAMES, shownAmount } from "@socle/contracts";
import type { DecisionV1, ModelSunsetV1, Quantity, UsageV1 } from "@socle/contracts";
import type { Caller } from "../../../kernel/snapshot/compiled-snapshot.js";
import type { AnswerMeta } from "../../../kernel/inference.port.js";

/** An object of a union of the schema. */
export interface Typed {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

const upper = (labels: readonly string[]): string[] => labels.map((label) => label.toUpperCase());

export const usageObject = (usage: UsageV1 | null) => {
  if (usage === null) return null;
  const { quantities, estimated, energyMethod, simulated } = usage;
  const { inputTokens = 0, cachedInputTokens = 0, outputTokens = 0, costMicroEuro = 0 } = quantities;
  const shown = (quantity: Quantity): number => shownAmount(quantity, quantities[quantity] ?? 0);
  return {
    __typename: "Usage",
    ...{ inputTokens, cachedInputTokens, outputTokens, estimated, costMicroEuro, simulated },
    amounts: QUANTITY_NAMES.filter((quantity) => quantities[quantity] !== undefined).map((quantity) => ({
      quantity,
      amount: shown(quantity),
      unit: QUANTITIES[quantity].unit,
    })),
    cost: shown("costMicroEuro"),
    gpuSeconds: shown("gpuMicroSeconds"),
    impacts: { kWh: shown("nanoKWh"), kgCO2eq: shown("nanoKgCO2eq"), method: energyMethod },
  };
};

export const sunsetObject = (sunset: ModelSunsetV1 | null | undefined) =>
  sunset === null || sunset === undefined
    ? null
    : {
        __typename: "ModelSunset",
        announcedAt: new Date(sunset.announcedAt).toISOString(),
        endsAt: new Date(sunset.endsAt).toISOString(),
        replacement: sunset.replacement,
      };

/** What the headers of an answer by REST tell beside it. */
export const metaFields = (meta: AnswerMeta) => ({
  decisionId: meta.decisionId,
  requestId: meta.requestId,
  pool: meta.poolSlug,
  notices: meta.notices ?? [],
  sunset: sunsetObject(meta.sunset),
});

export const endObject = (meta: AnswerMeta, usage: UsageV1 | null): Typed => ({
  __typename: "ChatEnd",
  usage: usageObject(usage),
  ...metaFields(meta),
});

export const callerObject = (caller: Caller): Typed => ({
  __typename: "Caller",
  application: { slug: caller.application.slug, name: caller.application.name },
  useCase: {
    slug: caller.useCase.slug,
    name: caller.useCase.name,
    state: caller.useCase.state,
    labels: upper(caller.useCase.labels),
    serviceClass: caller.useCase.serviceClass,
    maxOutputTokens: caller.useCase.maxOutputTokens,
  },
  organisations: caller.organisationSlugs,
  keyExpiresAt: new Date(caller.key.expiresAt).toISOString(),
});

export const decisionObject = (decision: DecisionV1, usage: UsageV1 | null): Typed => ({
  __typename: "Decision",
  ...decision,
  at: new Date(decision.at).toISOString(),
  labels: upper(decision.labels),
  cuts: decision.cuts ?? 0,
  fairness: (decision.fairness ?? []).map((level) => ({ shortfall: 0, ...level, tier: level.tier.toUpperCase() })),
  usage: usageObject(usage),
});
