import { describe, expect, it } from "vitest";
import { memoryRounds, ROUND_TREE } from "../../../../../test/builders/memory-rounds.js";
import { KeptJobs } from "../../../../../test/fakes/kept-jobs.js";
import { ROLES, type PersonActor, type Role } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { CaslAuthoriser } from "../../../tenancy/index.js";
import { startRoundJob } from "../round-jobs/start-round-job.use-case.js";
import { ROUND_ACTS, type RoundAct } from "../../domain/rounds/round-life.js";
import { ROUND_STATES, ROUND_TRACKS, type RoundState, type RoundTrack } from "../../domain/rounds/round.js";

const { state, ministry, ariane, pool } = ROUND_TREE;
const authoriser = new CaslAuthoriser({
  pathOf: (_ctx, id) => Promise.resolve(id === state ? [state] : [id, state]),
});
const person = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: role,
  name: role,
  memberships: [{ organisationId: ["declarant", "validator"].includes(role) ? ministry : ariane, role }],
  contractor: false,
  mfa: true,
  ...fields,
});
/** One of each role, and those whom separation of duties keeps out. */
const PEOPLE: Readonly<Record<string, PersonActor>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  "validator, own request": person("validator", { id: "asker" }),
  "operator, contractor": person("ariane_operator", { contractor: true }),
  "operator, no second factor": person("ariane_operator", { mfa: false }),
  "operator, own body": person("ariane_operator", {
    memberships: [
      { organisationId: ariane, role: "ariane_operator" },
      { organisationId: ministry, role: "declarant" },
    ],
  }),
  "operator, own proposal": person("ariane_operator", { id: "proposer" }),
  "operator, own decision": person("ariane_operator", { id: "decider" }),
};

/** What that person is answered, on a round of that track in that state. */
async function attempt(track: RoundTrack, from: RoundState, act: RoundAct, who: PersonActor): Promise<string> {
  const world = memoryRounds(authoriser);
  const { useCases, runner } = world;
  const { round, line } = await world.store({
    ...{ track, state: from, organisationId: track === "appel" ? state : ministry },
    proposedBy: "proposer",
    ...{ decision: { by: "decider", at: new Date(0), reason: "Décision" } },
  });
  const on = { roundId: round.id, expectedVersion: round.version, reason: "Décision du comité du 2 mars" };
  const run = async <I, L, O>(useCase: UseCase<I, L, O>, input: unknown) => told(await runner.run(who, useCase, input));
  switch (act) {
    case "request":
      return run(useCases.request, {
        ...{
          roundId: round.id,
          organisationId: ministry,
          title: "Courriers",
          gpuClasses: ["H100"],
          labels: ["internal"],
        },
        ...{ criticality: 1, score: 1, asks: [{ low: 1, likely: 1, high: 1, minUseful: 1 }] },
      });
    case "bring":
      return run(useCases.bring, { ...on, consolidationId: ROUND_TREE.consolidation });
    case "opine":
      return run(useCases.opine, { roundId: round.id, verdict: "favourable", told: "Mesuré." });
    case "solve":
      return run(startRoundJob({ ...world.ports, queue: new KeptJobs() }), { kind: "solve", roundId: round.id });
    case "amend": {
      const placements = [{ poolId: pool, gpus: 1 }];
      return run(useCases.amend, {
        ...on,
        lineId: line.id,
        expectedVersion: line.version,
        quarter: "2026Q4",
        placements,
      });
    }
    case "decide":
      return run(useCases.decide, { ...on, approve: true });
    case "claw_back":
      return run(useCases.clawBack, { ...on, lineId: line.id });
    case "grant_by_rule":
      return run(useCases.grantByRule, { roundId: round.id });
    case "submit":
    case "review":
    case "arbitrate":
    case "propose":
    case "expedite":
    case "activate":
    case "look_back":
    case "complement":
    case "close":
      return run(useCases.steps[act], on);
  }
}

/** `done`, or what kept it: a guard beyond state and right says that both allowed it. */
const told = (result: Result<unknown>): string => {
  if (result.ok) return "done";
  const { code } = result.refusal;
  const beyond = ["round.used_enough", "round.no_opinion", "round.changed", "round.two_persons", "round.not_begun"];
  return beyond.includes(code) ? "done" : code;
};

/** One line a person and act: the states in which it is done. */
async function matrix(track: RoundTrack): Promise<string> {
  const rows = [
    `# A round of track ${track}: who does what, in which states`,
    "",
    "| act | who | done while |",
    "|---|---|---|",
  ];
  for (const act of ROUND_ACTS) {
    for (const [name, who] of Object.entries(PEOPLE)) {
      const answers = await Promise.all(ROUND_STATES.map((from) => attempt(track, from, act, who)));
      const allowed = ROUND_STATES.filter((_, index) => answers[index] === "done");
      const why = [...new Set(answers)].filter((answer) => answer !== "done" && answer !== "round.wrong_state");
      const kept = why.length > 0 ? why.join(", ") : "—";
      rows.push(`| ${act} | ${name} | ${allowed.length > 0 ? allowed.join(", ") : kept} |`);
    }
  }
  return `${rows.join("\n")}\n`;
}

describe("the life of a round", () => {
  it.each(ROUND_TRACKS)(
    "of track %s is what the committed matrix says, for every state, act and person",
    async (track) => {
      await expect(await matrix(track)).toMatchFileSnapshot(`./round-life-${track}.md`);
    },
  );

  it("lets nobody decide alone on a call, nor for themselves", async () => {
    const tries = (name: string, act: RoundAct, track: RoundTrack = "appel") =>
      Promise.all(ROUND_STATES.map((from) => attempt(track, from, act, PEOPLE[name] ?? person("auditor"))));
    expect(await tries("operator, own proposal", "decide")).not.toContain("done");
    expect(await tries("operator, own body", "propose")).not.toContain("done");
    expect(await tries("operator, own body", "decide")).not.toContain("done");
    expect(await tries("operator, own body", "amend")).not.toContain("done");
    expect(await tries("operator, own body", "expedite", "urgence")).not.toContain("done");
    expect(await tries("operator, own decision", "look_back", "urgence")).not.toContain("done");
    expect(await tries("validator, own request", "submit", "continu")).not.toContain("done");
    for (const act of ROUND_ACTS) {
      expect(await tries("auditor", act)).not.toContain("done");
      expect(await tries("committee", act)).not.toContain("done");
    }
    expect(await tries("ariane_operator", "decide")).toContain("done");
  });
});
