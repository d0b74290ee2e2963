import type { GrantAllocationInput } from "../generated/operations";

export interface GrantForm {
  readonly nodeId: string;
  readonly nominal: string;
  readonly guarantee: string;
  readonly lendLimit: string;
  readonly borrowLimit: string;
  readonly weight: string;
  readonly reason: string;
}

export type GrantField = keyof GrantForm;

export const EMPTY_GRANT: GrantForm = {
  nodeId: "",
  nominal: "",
  guarantee: "0",
  lendLimit: "",
  borrowLimit: "",
  weight: "1",
  reason: "",
};

/** A figure as typed in either language; not a number when it is not one, null when left empty. */
export function typedNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, "").replace(",", ".");
  return plain === "" ? null : Number(plain);
}

const atLeastZero = (value: number | null): boolean => value !== null && Number.isFinite(value) && value >= 0;

/** Fields to correct: guarantee ≤ right, limits and weight not negative, the lend limit within what may be lent. */
export function wrongGrantFields(form: GrantForm): readonly GrantField[] {
  const nominal = typedNumber(form.nominal);
  const guarantee = typedNumber(form.guarantee);
  const lend = typedNumber(form.lendLimit);
  const borrow = typedNumber(form.borrowLimit);
  const lendable = (nominal ?? 0) - (guarantee ?? 0);
  const checks: readonly [GrantField, boolean][] = [
    ["nodeId", form.nodeId !== ""],
    ["nominal", atLeastZero(nominal)],
    ["guarantee", atLeastZero(guarantee) && (guarantee ?? 0) <= (nominal ?? 0)],
    ["lendLimit", lend === null || (atLeastZero(lend) && lend <= lendable)],
    ["borrowLimit", borrow === null || atLeastZero(borrow)],
    ["weight", atLeastZero(typedNumber(form.weight))],
    ["reason", form.reason.trim().length >= 3],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const toGrantInput = (form: GrantForm, poolId: string): GrantAllocationInput => ({
  poolId,
  nodeId: form.nodeId,
  nominal: typedNumber(form.nominal) ?? 0,
  guarantee: typedNumber(form.guarantee) ?? 0,
  lendLimit: typedNumber(form.lendLimit),
  borrowLimit: typedNumber(form.borrowLimit),
  weight: typedNumber(form.weight) ?? 1,
  reason: form.reason.trim(),
});
