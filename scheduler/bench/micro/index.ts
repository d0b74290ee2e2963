import type { Bench } from "../result.ts";

export const microBenches: readonly Bench[] = [];
