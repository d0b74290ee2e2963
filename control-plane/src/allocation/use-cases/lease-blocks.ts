import type { LeaseGrantV1, LeaseRequestV1, LeaseResponseV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import { leftOf } from "../domain/budget.js";
import type { PeriodBook } from "../domain/period-book.js";
import type { LeaseStore, PeriodToBegin } from "../ports/lease-store.port.js";
import type { PoolActivityStore } from "../ports/pool-activity.port.js";
import type { PoolShareStore } from "../ports/pool-share-store.port.js";
import { exchangeSharesOf } from "./exchange-shares.js";
import { periodToBegin, readCeilings, type CeilingPorts } from "./read-ceilings.js";

export interface LeaseBlocksPorts extends CeilingPorts {
  readonly leases: LeaseStore;
  readonly activity: PoolActivityStore;
  readonly shares: PoolShareStore;
}

/** A call older than the last one answered: its answer is gone and must not be made twice. */
export interface StaleCall {
  readonly kind: "StaleCall";
  readonly lastCall: number;
}

/** The epoch's records were given up as lost: nothing is granted to it again. */
export interface LostEpoch {
  readonly kind: "LostEpoch";
}

/** How long a replica may count on what it holds after an answer; it renews about every second. */
const LEASE_SECONDS = 30;
/** A replica silent for longer no longer counts when the last of a budget is split. */
const ACTIVE_SECONDS = 10;
/** How long a limit's window is kept after its end, for records that come late. */
const WINDOW_KEPT_MS = 3_600_000;
const CALLS_BETWEEN_CLEANINGS = 512;

/**
 * One lease call of a replica, in one transaction: closed epochs and returns first, so that what comes back can be
 * granted again, then the wants. A call sent again is answered again without effect. What replicas exchange of pools comes
 * last, since it is under a lock that all replicas share, and is not kept with the answer: repeating it is harmless.
 */
export const leaseBlocks =
  (ports: LeaseBlocksPorts) =>
  async (ctx: Context, request: LeaseRequestV1): Promise<LeaseResponseV1 | StaleCall | LostEpoch> => {
    const { replica, epoch, call } = request;
    const last = await ports.leases.lockCalls(ctx, replica, epoch);
    if (last?.lost === true) return { kind: "LostEpoch" };
    if (last?.answer != null && last.call === call) return withShares(ctx, ports, request, last.answer);
    if (last !== undefined && last.call > call) return { kind: "StaleCall", lastCall: last.call };

    const wanted = await presentPeriods(ctx, ports, request);
    const closed = request.closedEpochs.filter((each) => each < epoch);
    const held = await ports.leases.heldPeriods(ctx, replica, closed);
    const begin = [...wanted.values()];
    const book = await ports.leases.open(ctx, replica, [...request.returns, ...held, ...begin], begin);
    for (const each of closed) book.close(replica, each);
    for (const back of request.returns) book.giveBack(back, { replica, epoch }, back.amount);
    const now = ctx.clock.now().getTime();
    const since = new Date(now - ACTIVE_SECONDS * 1000);
    const others = (await ports.leases.activeReplicas(ctx, since)).filter((name) => name !== replica);
    const replicas = 1 + others.length;
    const answer = { call, grants: grantAll(book, request, wanted, replicas, now), replicas };

    await ports.leases.apply(ctx, book);
    await ports.activity.report(ctx, replica, request.activity);
    await ports.leases.saveCall(ctx, replica, epoch, call, answer);
    if (call % CALLS_BETWEEN_CLEANINGS === 1) await ports.leases.forgetWindows(ctx, new Date(now - WINDOW_KEPT_MS));
    return withShares(ctx, ports, request, answer);
  };

async function withShares(
  ctx: Context,
  { shares }: LeaseBlocksPorts,
  request: LeaseRequestV1,
  answer: LeaseResponseV1,
): Promise<LeaseResponseV1> {
  if (request.pools === undefined) return answer;
  return { ...answer, pools: await exchangeSharesOf(shares)(ctx, request, request.pools) };
}

/** The present period of each wanted budget that exists; unknown budgets (deleted since the snapshot) are left out. */
async function presentPeriods(
  ctx: Context,
  ports: LeaseBlocksPorts,
  request: LeaseRequestV1,
): Promise<ReadonlyMap<string, PeriodToBegin>> {
  if (request.wants.length === 0) return new Map();
  const now = ctx.clock.now();
  const ceilings = await readCeilings(
    ctx,
    ports,
    request.wants.map(({ budgetId }) => budgetId),
  );
  return new Map(
    request.wants.flatMap(({ budgetId }) => {
      const ceiling = ceilings.get(budgetId);
      return ceiling === undefined ? [] : [[budgetId, periodToBegin(ceiling, now)]];
    }),
  );
}

function grantAll(
  book: PeriodBook,
  { replica, epoch, wants }: LeaseRequestV1,
  periods: ReadonlyMap<string, PeriodToBegin>,
  replicas: number,
  now: number,
): LeaseGrantV1[] {
  return wants.flatMap(({ budgetId, least, wanted, useful }) => {
    const key = periods.get(budgetId);
    const row = key === undefined ? undefined : book.period(key);
    if (key === undefined || row === undefined) return [];
    const granted = book.grant(key, { replica, epoch }, { least, wanted, replicas, useful });
    const left = leftOf(row.amount, row);
    const periodEndsInMs = Math.max(0, key.periodEnd - now);
    return [{ ...key, granted, left, reserved: row.leased, expiresInMs: LEASE_SECONDS * 1000, periodEndsInMs }];
  });
}
