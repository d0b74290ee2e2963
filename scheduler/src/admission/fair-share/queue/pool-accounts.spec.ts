import { expect, it } from "vitest";
import { applicationOf, SEQUENCES, stateScene } from "../../../../../test/builders/state-scene.js";
import { PoolAccounts } from "./pool-accounts.js";

const FLOODER = applicationOf("a", "standard");
const NEWCOMER = applicationOf("b", "standard");
const MINUTE = 60_000;

it("charges an answer that says nothing by its price a second, and is up to date when somebody comes", () => {
  const scene = stateScene([{ id: "d1", poolId: "p1" }], 1);
  // Engines take twice the sequences by which service is priced, as deployed ones do.
  const deployments = scene.deployments.map((each) => ({
    ...each,
    profile: { ...each.profile, referenceBatch: SEQUENCES / 2 },
  }));
  let now = 0;
  const accounts = new PoolAccounts(() => now);
  accounts.follow({ ...scene, deployments });
  accounts.fit("p1", 6, []);
  const [deployment] = deployments;
  if (deployment === undefined) throw new Error("no deployment");
  const waiter = {
    ...{ leafId: FLOODER, serviceClass: "standard" as const, deployments: ["d1"] },
    sequences: 1,
    bytes: 1,
  };
  accounts.charge(
    {
      ...waiter,
      ...{ estimate: () => 1, startsAt: () => 1, choose: () => null, placed: () => true },
      ...{ waitsIn: () => undefined, turnedAway: () => undefined },
    },
    deployment,
  );
  now = MINUTE;
  accounts.enter(["p1"], NEWCOMER);
  const given = accounts.get("p1")?.givenService().get(FLOODER) ?? [];
  expect(given.reduce((sum, each) => sum + each, 0)).toBe(1 + MINUTE / 1000 / (SEQUENCES / 2));
});
