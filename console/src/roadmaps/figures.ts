/** Bounds that the server holds too: whole euros, people, days. */
export const MOST_EUROS = 100_000_000_000;
export const MOST_PEOPLE = 10_000_000;
export const MOST_DAYS = 10_000;
