import { reasonOf } from "../parts/form/reason-spec";

/** As many characters as the server asks of the reason of a round's act. */
export const LEAST_REASON = 10;

export const roundReasonIsEnough = (reason: string): boolean => reason.trim().length >= LEAST_REASON;

export const ROUND_REASON = [reasonOf(LEAST_REASON)];
