import { apportion, apportionWithin } from "@socle/contracts";
import { hundredths } from "./allocation.js";

/** One ministry's right and activity in a pool; GPUs. */
export interface MinistryActivity {
  readonly organisationId: string;
  readonly nominal: number;
  readonly guarantee: number;
  readonly lendLimit: number | null;
  /** GPUs' worth of service under way: GPU-seconds charged per second of the window. */
  readonly occupied: number;
  readonly gpuSeconds: number;
  readonly running: number;
  readonly waiting: number;
}

export interface PoolLiveRow {
  /** `null` for the reserve: GPUs of the pool that nobody was allocated. */
  readonly organisationId: string | null;
  readonly nominal: number;
  readonly guarantee: number;
  readonly occupied: number;
  readonly lent: number;
  readonly borrowed: number;
  readonly free: number;
  readonly running: number;
  readonly waiting: number;
  readonly gpuSeconds: number;
  /** Part of the pool's service in the window, 0 to 1, in thousandths that sum to 1. */
  readonly share: number;
}

/** Account of a pool, in GPUs with two decimals; see `poolLive` for the sums that hold exactly. */
export interface PoolLive {
  readonly physical: number;
  readonly allocated: number;
  readonly reserve: number;
  readonly occupiedWithinRight: number;
  readonly borrowed: number;
  readonly lent: number;
  readonly free: number;
  readonly rows: readonly PoolLiveRow[];
}

/**
 * Who uses, lends and borrows what. In hundredths of a GPU, so that the printed figures add up:
 * physical = allocated + reserve = occupiedWithinRight + borrowed + free; borrowed = lent; each column of the rows sums
 * to its total. What is borrowed is taken from the idle rights of the others and from the reserve in proportion to what
 * they may lend (nominal less guarantee, at most their lend limit); past that, from whatever is idle. Service is costed
 * at a reference batch and can exceed the hardware for a moment: it is then scaled down to it.
 */
export function poolLive(gpuCount: number, ministries: readonly MinistryActivity[]): PoolLive {
  const physical = gpuCount * 100;
  const nominals = ministries.map((each) => hundredths(each.nominal));
  const allocated = sum(nominals);
  const reserve = physical - allocated;
  const occupied = occupation(physical, ministries);
  const within = occupied.map((value, index) => Math.min(value, nominals[index] ?? 0));
  const borrowed = occupied.map((value, index) => value - (within[index] ?? 0));
  const idle = [...nominals.map((nominal, index) => nominal - (within[index] ?? 0)), Math.max(0, reserve)];
  const lent = lending(sum(borrowed), idle, [...ministries.map(lendable), Math.max(0, reserve)]);
  const shares = serviceShares(ministries);
  const rows = ministries.map((each, index) =>
    row(each.organisationId, each, {
      nominal: nominals[index] ?? 0,
      occupied: occupied[index] ?? 0,
      lent: lent[index] ?? 0,
      borrowed: borrowed[index] ?? 0,
      free: (idle[index] ?? 0) - (lent[index] ?? 0),
      share: (shares[index] ?? 0) / 1000,
    }),
  );
  const reserveLent = lent.at(-1) ?? 0;
  if (reserve !== 0)
    rows.push(row(null, NOTHING, { ...EMPTY, nominal: reserve, lent: reserveLent, free: reserve - reserveLent }));
  return {
    physical: gpuCount,
    allocated: allocated / 100,
    reserve: reserve / 100,
    occupiedWithinRight: sum(within) / 100,
    borrowed: sum(borrowed) / 100,
    lent: sum(lent) / 100,
    free: (physical - sum(within) - sum(borrowed)) / 100,
    rows,
  };
}

/**
 * The rows a reader may see by name, and all others in one row without name, together with the reserve: the columns
 * still sum to the account.
 */
export function withoutNames(rows: readonly PoolLiveRow[], visible: ReadonlySet<string>): readonly PoolLiveRow[] {
  const named = rows.filter((each) => each.organisationId !== null && visible.has(each.organisationId));
  const others = rows.filter((each) => !named.includes(each));
  const [first, ...more] = others;
  return first === undefined ? named : [...named, more.reduce(addRows, { ...first, organisationId: null })];
}

function addRows(left: PoolLiveRow, right: PoolLiveRow): PoolLiveRow {
  const exact = (figure: "nominal" | "guarantee" | "occupied" | "lent" | "borrowed" | "free"): number =>
    (hundredths(left[figure]) + hundredths(right[figure])) / 100;
  return {
    organisationId: null,
    nominal: exact("nominal"),
    guarantee: exact("guarantee"),
    occupied: exact("occupied"),
    lent: exact("lent"),
    borrowed: exact("borrowed"),
    free: exact("free"),
    running: left.running + right.running,
    waiting: left.waiting + right.waiting,
    gpuSeconds: left.gpuSeconds + right.gpuSeconds,
    share: Math.round((left.share + right.share) * 1000) / 1000,
  };
}

const NOTHING = { guarantee: 0, running: 0, waiting: 0, gpuSeconds: 0 };
const EMPTY = { nominal: 0, occupied: 0, lent: 0, borrowed: 0, free: 0, share: 0 };

type Figures = Record<keyof typeof EMPTY, number>;

function row(organisationId: string | null, of: typeof NOTHING, figures: Figures): PoolLiveRow {
  return {
    organisationId,
    nominal: figures.nominal / 100,
    guarantee: of.guarantee,
    occupied: figures.occupied / 100,
    lent: figures.lent / 100,
    borrowed: figures.borrowed / 100,
    free: figures.free / 100,
    running: of.running,
    waiting: of.waiting,
    gpuSeconds: of.gpuSeconds,
    share: figures.share,
  };
}

function occupation(physical: number, ministries: readonly MinistryActivity[]): number[] {
  const exact = ministries.map((each) => Math.max(0, each.occupied));
  return apportion(Math.min(physical, Math.round(sum(exact) * 100)), exact);
}

const lendable = (each: MinistryActivity): number =>
  Math.min(
    hundredths(each.nominal) - hundredths(each.guarantee),
    each.lendLimit === null ? Infinity : hundredths(each.lendLimit),
  );

/** First within what each may lend, then from what is idle beyond it. */
function lending(total: number, idle: readonly number[], limits: readonly number[]): number[] {
  const willing = idle.map((value, index) => Math.max(0, Math.min(value, limits[index] ?? 0)));
  const first = apportionWithin(total, willing);
  const rest = total - sum(first);
  if (rest === 0) return first;
  const more = apportionWithin(
    rest,
    idle.map((value, index) => value - (first[index] ?? 0)),
  );
  const lent = first.map((value, index) => value + (more[index] ?? 0));
  // More is granted than the pool holds: what remains has no lender, and the reserve (negative) carries it.
  const unmatched = total - sum(lent);
  if (unmatched > 0) lent[lent.length - 1] = (lent.at(-1) ?? 0) + unmatched;
  return lent;
}

const serviceShares = (ministries: readonly MinistryActivity[]): number[] =>
  apportion(
    1000,
    ministries.map((each) => each.gpuSeconds),
  );

const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
