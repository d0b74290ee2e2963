import type { Label } from "../quantities.js";
import type { PlanField, PlanState } from "./plan-kind.js";

export const label = (fr: string, en: string): Label => ({ fr, en });
export const line = (fr: string, en: string, more: Partial<PlanField> = {}): PlanField => ({
  kind: "line",
  label: label(fr, en),
  max: 200,
  ...more,
});
export const text = (fr: string, en: string, more: Partial<PlanField> = {}): PlanField => ({
  kind: "text",
  label: label(fr, en),
  max: 4000,
  ...more,
});
export const url = (fr: string, en: string): PlanField => ({
  kind: "url",
  label: label(fr, en),
  max: 500,
  optional: true,
});
export const day = (fr: string, en: string): PlanField => ({ kind: "day", label: label(fr, en) });
export const LATER = { optional: true } as const;
/** The three criteria of the Prime Minister's circular on digital purchases, from none to full. */
export const score = (fr: string, en: string): PlanField => ({
  kind: "whole",
  label: label(fr, en),
  min: 0,
  max: 4,
  unit: "/ 4",
});
export const state = (fr: string, en: string, next: readonly string[], more: Partial<PlanState> = {}): PlanState => ({
  label: label(fr, en),
  next,
  ...more,
});
export const due = (fr: string, en: string, required = false) => ({ label: label(fr, en), required });
