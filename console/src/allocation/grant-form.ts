import type { GrantAllocationInput } from "../generated/operations";
import { type FieldSpec, figureOf, figureOrNull, type FormValues } from "../parts/form/field-spec";

export type GrantField = "nodeId" | "nominal" | "guarantee" | "lendLimit" | "borrowLimit" | "weight" | "reason";

const gpus = (name: GrantField) => ({ name, kind: "number", min: 0, unit: "GPU", half: true }) as const;

export const grantSpecs = (holders: FieldSpec["choices"]): readonly FieldSpec<GrantField>[] => [
  { name: "nodeId", kind: "choice", choices: holders },
  gpus("nominal"),
  gpus("guarantee"),
  { ...gpus("lendLimit"), optional: true },
  { ...gpus("borrowLimit"), optional: true },
  { name: "weight", kind: "number", min: 0 },
  { name: "reason", kind: "text", min: 10, max: 2000 },
];

export const NEW_GRANT: Partial<FormValues<GrantField>> = { guarantee: "0", weight: "1" };

interface Held {
  readonly nodeId: string;
  readonly nominal: number;
  readonly guarantee: number;
  readonly lendLimit: number | null;
  readonly borrowLimit: number | null;
  readonly weight: number;
}

/** The right that a holder has already, to write over. */
export const grantHeld = ({ nominal, guarantee, lendLimit, borrowLimit, weight }: Held) => ({
  nominal: String(nominal),
  guarantee: String(guarantee),
  lendLimit: lendLimit === null ? "" : String(lendLimit),
  borrowLimit: borrowLimit === null ? "" : String(borrowLimit),
  weight: String(weight),
});

/** The guarantee is within the right, and what is lent within the rest of it. */
export function wrongGrant({ nominal, guarantee, lendLimit }: FormValues<GrantField>): readonly GrantField[] {
  const lendable = figureOf(nominal) - figureOf(guarantee);
  if (lendable < 0) return ["guarantee"];
  return (figureOrNull(lendLimit) ?? 0) > lendable ? ["lendLimit"] : [];
}

export const toGrantInput = (typed: FormValues<GrantField>, poolId: string): GrantAllocationInput => ({
  poolId,
  nodeId: typed.nodeId,
  nominal: figureOf(typed.nominal),
  guarantee: figureOf(typed.guarantee),
  lendLimit: figureOrNull(typed.lendLimit),
  borrowLimit: figureOrNull(typed.borrowLimit),
  weight: figureOf(typed.weight),
  reason: typed.reason.trim(),
});
