const SPACES = /[\s\u00a0\u202f€%]/gu;

/** A figure as people type it: spaces, a euro sign, a decimal comma, a minus of either kind. NaN when it is none. */
export function figureOf(typed: string): number {
  const bare = typed.replace(SPACES, "").replace("\u2212", "-").replace(",", ".");
  return bare === "" ? Number.NaN : Number(bare);
}

/** True for a whole figure between the two bounds, both included. */
export function isWhole(typed: string, least: number, most: number): boolean {
  const figure = figureOf(typed);
  return Number.isInteger(figure) && figure >= least && figure <= most;
}

/** True for any figure between the two bounds, both included. */
export function isFigure(typed: string, least: number, most: number): boolean {
  const figure = figureOf(typed);
  return figure >= least && figure <= most;
}

/** Nothing typed, or a whole figure within the bounds. */
export const isWholeOrNone = (typed: string, least: number, most: number): boolean =>
  typed.trim() === "" || isWhole(typed, least, most);

/** A whole figure as it is read with ease: thousands apart. */
export const typedFigure = (figure: number): string => String(figure).replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u00a0");

/** Null when nothing is typed. */
export const figureOrNull = (typed: string): number | null => (typed.trim() === "" ? null : figureOf(typed));
export const textOrNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

/** Bounds that the server holds too: whole euros, people, days. */
export const MOST_EUROS = 100_000_000_000;
export const MOST_PEOPLE = 10_000_000;
export const MOST_DAYS = 10_000;
