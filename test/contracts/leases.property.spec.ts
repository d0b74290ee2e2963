import fc from "fast-check";
import { expect, it } from "vitest";
import type { LeaseGrantV1, LeaseReturnV1, LeaseWantV1 } from "@socle/contracts";
import { PeriodBook, type PeriodRow } from "../../control-plane/src/allocation/domain/period-book.js";
import { createLeaseBook } from "../../scheduler/src/kernel/lease/lease-book.js";
import type { LeaseReservation } from "../../scheduler/src/kernel/lease/lease-book.port.js";

const DAY = 86_400_000;
const LEASE_MS = 30_000;

/** A tree as each node's parent, the root first, with a ceiling on some of its nodes. */
interface Tree {
  readonly parents: readonly number[];
  readonly ceilings: readonly (number | null)[];
}

const tree: fc.Arbitrary<Tree> = fc
  .array(fc.record({ parent: fc.nat(), ceiling: fc.option(fc.nat({ max: 3_000 })) }), { minLength: 1, maxLength: 8 })
  .map((nodes) => ({
    parents: nodes.map(({ parent }, index) => (index === 0 ? -1 : parent % index)),
    ceilings: nodes.map(({ ceiling }) => ceiling),
  }));

type Step =
  | {
      readonly do: "request";
      readonly replica: number;
      readonly node: number;
      readonly most: number;
      readonly used: number;
    }
  | { readonly do: "end"; readonly which: number }
  | { readonly do: "call"; readonly replica: number; readonly lost: boolean }
  | { readonly do: "ship"; readonly replica: number }
  | { readonly do: "crash"; readonly replica: number }
  | { readonly do: "wait"; readonly ms: number };

const REPLICAS = 3;
const replica = fc.nat({ max: REPLICAS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("request" as const),
      replica,
      node: fc.nat(),
      most: fc.integer({ min: 1, max: 400 }),
      used: fc.nat({ max: 400 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("end" as const), which: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("call" as const), replica, lost: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("ship" as const), replica }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), replica }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.nat({ max: 40_000 }) }) },
);

interface Draft {
  readonly wants: readonly LeaseWantV1[];
  readonly returns: readonly LeaseReturnV1[];
}

interface Spooled {
  readonly epoch: number;
  readonly ceilingId: string;
  readonly amount: number;
}

/** The control plane's arithmetic and some replicas' books, with calls whose answers may be lost and sent again. */
class World {
  now = 0;
  readonly central: PeriodBook;
  readonly rows: readonly PeriodRow[];
  readonly used = new Map<string, number>();
  private readonly books = Array.from({ length: REPLICAS }, () => createLeaseBook());
  private readonly epochs = Array.from({ length: REPLICAS }, () => 1);
  private readonly open: { replica: number; epoch: number; reservation: LeaseReservation; used: number }[] = [];
  private readonly spools: Spooled[][] = Array.from({ length: REPLICAS }, () => []);
  /** An answer that was given and not heard yet. */
  private readonly unheard: (readonly LeaseGrantV1[] | null)[] = Array.from({ length: REPLICAS }, () => null);

  constructor(private readonly shape: Tree) {
    this.rows = shape.ceilings.flatMap((amount, node) =>
      amount === null
        ? []
        : [
            {
              budgetId: String(node),
              periodStart: 0,
              periodEnd: DAY,
              organisationId: "o",
              amount,
              settled: 0,
              leased: 0,
            },
          ],
    );
    this.central = new PeriodBook(this.rows, []);
  }

  request(replica: number, node: number, most: number, used: number): void {
    const path: number[] = [];
    for (let n = node % this.shape.parents.length; n >= 0; n = this.shape.parents[n] ?? -1) path.push(n);
    const asks = path.flatMap((n) => (this.shape.ceilings[n] == null ? [] : [{ budgetId: String(n), amount: most }]));
    const outcome = this.books[replica]?.tryReserve(asks, this.now);
    if (outcome?.ok !== true) return;
    const epoch = this.epochs[replica] ?? 0;
    this.open.push({ replica, epoch, reservation: outcome.reservation, used: Math.min(used, most) });
  }

  end(which: number): void {
    const [one] = this.open.length === 0 ? [] : this.open.splice(which % this.open.length, 1);
    if (one === undefined) return;
    this.books[one.replica]?.settle(
      one.reservation,
      one.reservation.asks.map(() => one.used),
    );
    for (const { budgetId } of one.reservation.asks) {
      this.used.set(budgetId, (this.used.get(budgetId) ?? 0) + one.used);
      this.spools[one.replica]?.push({ epoch: one.epoch, ceilingId: budgetId, amount: one.used });
    }
  }

  call(replica: number, lost: boolean): void {
    const book = this.books[replica];
    if (book === undefined) return;
    const grants = this.unheard[replica] ?? this.answer(replica, book.draft(this.now));
    this.unheard[replica] = lost ? grants : null;
    if (!lost) book.apply(grants, { sentAt: this.now, monotonicNow: this.now, wallNow: 0 });
  }

  ship(replica: number): void {
    const spool = this.spools[replica] ?? [];
    for (const { epoch, ceilingId, amount } of spool.splice(0)) {
      this.central.settle({ budgetId: ceilingId, periodStart: 0 }, this.owner(replica, epoch), amount);
    }
  }

  /** What ran ends without a record; what was on disk is shipped by the next life, which then closes the old one. */
  crash(replica: number): void {
    const epoch = this.epochs[replica] ?? 0;
    this.open.splice(0, this.open.length, ...this.open.filter((one) => one.replica !== replica));
    this.books[replica] = createLeaseBook();
    this.unheard[replica] = null;
    this.epochs[replica] = epoch + 1;
    this.ship(replica);
    this.central.close(`r${String(replica)}`, epoch);
  }

  private answer(replica: number, { wants, returns }: Draft): readonly LeaseGrantV1[] {
    const owner = this.owner(replica, this.epochs[replica] ?? 0);
    for (const back of returns) this.central.giveBack(back, owner, back.amount);
    return wants.flatMap(({ budgetId, least, wanted, useful }) => {
      const key = { budgetId, periodStart: 0 };
      const granted = this.central.grant(key, owner, { least, wanted, useful, replicas: REPLICAS });
      const row = this.central.period(key);
      if (row === undefined) return [];
      const left = Math.max(0, row.amount - row.settled - row.leased);
      return [{ ...key, periodEnd: DAY, periodEndsInMs: DAY * 400, granted, left, expiresInMs: LEASE_MS }];
    });
  }

  private owner(replica: number, epoch: number) {
    return { replica: `r${String(replica)}`, epoch };
  }
}

it("keeps settled + leased within the ceiling at every node, and ends without residue, over any history", () => {
  fc.assert(
    fc.property(tree, fc.array(step, { minLength: 5, maxLength: 60 }), (shape, steps) => {
      const world = new World(shape);
      const within = (): void => {
        for (const { budgetId, amount } of world.rows) {
          const row = world.central.period({ budgetId, periodStart: 0 });
          expect((row?.settled ?? 0) + (row?.leased ?? 0)).toBeLessThanOrEqual(amount);
          expect(world.used.get(budgetId) ?? 0).toBeLessThanOrEqual(amount);
        }
      };
      // Every replica holds something of every path at first, so that histories are of use from their first step.
      for (let index = 0; index < REPLICAS * shape.parents.length; index += 1) {
        world.request(index % REPLICAS, index, 150, 0);
        world.call(index % REPLICAS, false);
      }
      for (const action of steps) {
        if (action.do === "request") world.request(action.replica, action.node, action.most, action.used);
        else if (action.do === "end") world.end(action.which);
        else if (action.do === "call") world.call(action.replica, action.lost);
        else if (action.do === "ship") world.ship(action.replica);
        else if (action.do === "crash") world.crash(action.replica);
        else world.now += action.ms;
        within();
      }
      for (let index = 0; index < REPLICAS; index += 1) world.crash(index);
      for (const { budgetId } of world.rows) {
        const row = world.central.period({ budgetId, periodStart: 0 });
        expect(row).toMatchObject({ leased: 0, settled: world.used.get(budgetId) ?? 0 });
      }
    }),
    { numRuns: 1_500 },
  );
});
