import type { CreateCampaignInput } from "../generated/operations";

/** The fields as typed; dates as `YYYY-MM-DD`. */
export interface CampaignForm {
  readonly name: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly firstQuarter: string;
  readonly quarterCount: string;
}
export type CampaignField = keyof CampaignForm;

export const EMPTY_CAMPAIGN: CampaignForm = {
  name: "",
  opensAt: "",
  closesAt: "",
  firstQuarter: "",
  quarterCount: "4",
};

/** Fields to correct, as the server asks. */
export function wrongCampaignFields(form: CampaignForm): readonly CampaignField[] {
  const count = Number(form.quarterCount);
  const length = form.name.trim().length;
  const checks: readonly [CampaignField, boolean][] = [
    ["name", length >= 3 && length <= 120],
    ["opensAt", form.opensAt !== ""],
    ["closesAt", form.closesAt !== "" && (form.opensAt === "" || form.opensAt < form.closesAt)],
    ["firstQuarter", /^20\d\dQ[1-4]$/u.test(form.firstQuarter.trim())],
    ["quarterCount", Number.isInteger(count) && count >= 1 && count <= 12],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** A campaign opens and ends at the beginning of its days, in UTC. */
export const toCampaignInput = (form: CampaignForm, idempotencyKey: string): CreateCampaignInput => ({
  name: form.name.trim(),
  kind: "CAPACITY",
  opensAt: `${form.opensAt}T00:00:00Z`,
  closesAt: `${form.closesAt}T00:00:00Z`,
  scope: [],
  firstQuarter: form.firstQuarter.trim(),
  quarterCount: Number(form.quarterCount),
  reminderDays: [30, 7, 1],
  idempotencyKey,
});
