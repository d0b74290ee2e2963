import type { Role } from "../generated/operations";
import { usePerson } from "./use-person";

const MINISTRY: readonly Role[] = ["DECLARANT", "VALIDATOR"];

/** The roles that hold today. */
export const useRoles = (): readonly Role[] => [...new Set(usePerson()?.memberships.map(({ role }) => role) ?? [])];

/** Speaks for a ministry, and sees what is its own. */
export const isOfMinistry = (roles: readonly Role[]): boolean => roles.some((role) => MINISTRY.includes(role));
