import { reasonOf } from "../parts/form/reason-spec";

/** As many characters as the server asks of the reason of a round's act. */
const LEAST_REASON = 10;

export const ROUND_REASON = [reasonOf(LEAST_REASON)];
