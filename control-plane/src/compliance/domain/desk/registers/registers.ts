import { ALGORITHM_REGISTER } from "./algorithm-register.js";
import { ANNEX_VIII_B, ANNEX_VIII_C } from "./annex-viii.js";
import { ATRS } from "./atrs.js";
import { CRPA_INVENTORY } from "./crpa-inventory.js";
import type { RegisterFormat } from "./register-format.js";

export const REGISTER_IDS = ["annex_viii_c", "annex_viii_b", "algorithm_register", "atrs", "crpa_inventory"] as const;
export type RegisterId = (typeof REGISTER_IDS)[number];

/** Public registers that the records are exported to. */
export const REGISTERS: Readonly<Record<RegisterId, RegisterFormat>> = {
  annex_viii_c: ANNEX_VIII_C,
  annex_viii_b: ANNEX_VIII_B,
  algorithm_register: ALGORITHM_REGISTER,
  atrs: ATRS,
  crpa_inventory: CRPA_INVENTORY,
};
