/** Days, in Paris, for which a rule is observed (`mode: shadow`) before it may refuse what runs. */
export const OBSERVED_DAYS = 14;
