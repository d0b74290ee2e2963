import type { CreateCampaignInput } from "../generated/operations";
import { type FieldSpec, figureOf, type FormValues } from "../parts/form/field-spec";

export type CampaignField = "name" | "opensAt" | "closesAt" | "firstQuarter" | "quarterCount";

export const QUARTER = /^20\d\dQ[1-4]$/u;
export const CAMPAIGN_SPECS: readonly FieldSpec<CampaignField>[] = [
  { name: "name", kind: "line", min: 3, max: 120 },
  { name: "opensAt", kind: "day", half: true },
  { name: "closesAt", kind: "day", half: true },
  { name: "firstQuarter", kind: "line", pattern: QUARTER, half: true },
  { name: "quarterCount", kind: "whole", min: 1, max: 12, half: true },
];

/** A campaign ends after it begins. */
export const wrongCampaign = ({ opensAt, closesAt }: FormValues<CampaignField>): readonly CampaignField[] =>
  opensAt !== "" && closesAt <= opensAt ? ["closesAt"] : [];

/** A campaign opens and ends at the beginning of its days, in UTC. */
export const toCampaignInput = (typed: FormValues<CampaignField>, idempotencyKey: string): CreateCampaignInput => ({
  name: typed.name.trim(),
  kind: "CAPACITY",
  opensAt: `${typed.opensAt}T00:00:00Z`,
  closesAt: `${typed.closesAt}T00:00:00Z`,
  scope: [],
  firstQuarter: typed.firstQuarter.trim(),
  quarterCount: figureOf(typed.quarterCount),
  reminderDays: [30, 7, 1],
  idempotencyKey,
});
