import { afterEach, describe, expect, it, vi } from "vitest";
import { aDeployment, InferenceScene } from "../../../test/builders/inference-scene.js";
import { hashOfKey, useCase } from "../../../test/builders/snapshot.builder.js";
import { DONE, tokenEvent, usageEvent } from "../../../test/fakes/model-server.js";
import type { ModelServerCall } from "../../../test/fakes/model-server.js";

/** Three ministries at 3:2:1 on six places of one model server, each with a right of as many GPUs. */
const MINISTRIES = { a: 3, b: 2, c: 1 } as const;
type Ministry = keyof typeof MINISTRIES;
const NAMES = Object.keys(MINISTRIES) as Ministry[];
const PLACES = 6;
/** An answer of about the second that a request is charged ahead: its end gives nothing back. */
const ENDING = tokenEvent("Bonjour") + usageEvent(7, 40) + DONE;
const keyOf = (ministry: Ministry) => `socle_key_of_the_ministry_called_${ministry}`;

let scene: InferenceScene | null = null;
afterEach(async () => {
  await scene?.stop();
  scene = null;
});

const open = async () => {
  const opened = await InferenceScene.start({
    snapshot: (base) => ({
      ...base,
      organisations: [
        { id: "state", slug: "etat", name: "État", parentId: null },
        ...NAMES.map((id) => ({ id, slug: id, name: id, parentId: "state" })),
        ...NAMES.map((id) => ({ id: `direction-${id}`, slug: `direction-${id}`, name: id, parentId: id })),
      ],
      useCases: NAMES.map((id) => useCase({ id: `use-${id}`, slug: id, organisationId: `direction-${id}` })),
      applications: NAMES.map((id) => ({
        id: `app-${id}`,
        slug: id,
        name: id,
        useCaseId: `use-${id}`,
        keys: [{ id: `key-${id}`, hash: hashOfKey(keyOf(id)), expiresAt: Date.now() + 86_400_000, revokedAt: null }],
        models: null,
      })),
      allocations: NAMES.map((id) => ({
        id: `right-${id}`,
        poolId: "pool",
        nodeId: id,
        nominal: MINISTRIES[id],
        guarantee: 0,
        lendLimit: null,
        borrowLimit: null,
        weight: MINISTRIES[id],
      })),
      deployments: base.deployments.map(({ endpoints, profile }) =>
        aDeployment({ endpoints, gpusPerReplica: PLACES, profile: { ...profile, maxSequences: PLACES } }),
      ),
    }),
  });
  scene = opened;
  const model = opened.model();
  model.play(() => {});
  const running: ModelServerCall[] = [];
  const seen = () => model.calls.length;
  const ministryOf = ({ body }: ModelServerCall) => (JSON.parse(body.toString()) as { user: Ministry }).user;
  const waiting = () => opened.activity.report(0).reduce((sum, cell) => sum + cell.waiting, 0);
  return {
    waiting,
    seen,
    answers: [] as Promise<Response>[],
    /** Sends requests and waits until each runs or stands in line. */
    async send(ministry: Ministry, count: number) {
      const before = seen() + waiting();
      const body = { model: "model", user: ministry, stream: true, messages: [{ role: "user", content: "Bonjour" }] };
      for (let times = 0; times < count; times += 1) {
        const headers = { authorization: `Bearer ${keyOf(ministry)}` };
        const answer = opened.chat(body, { headers });
        // Who still waits when the scene ends is cut off.
        answer.catch(() => {});
        this.answers.push(answer);
      }
      await vi.waitFor(() => expect(seen() + waiting()).toBe(before + count), { timeout: 5_000 });
      running.push(...model.calls.slice(running.length));
    },
    /** Ends the oldest answer that runs, and tells whose request took its place. */
    async turn(ended: { at: number }): Promise<Ministry> {
      const oldest = running[ended.at];
      if (oldest === undefined) throw new Error("nothing runs");
      ended.at += 1;
      const before = seen();
      oldest.response.writeHead(200, { "content-type": "text/event-stream" });
      oldest.response.end(ENDING);
      await vi.waitFor(() => expect(seen()).toBe(before + 1), { timeout: 5_000 });
      const next = model.calls[before];
      if (next === undefined) throw new Error("nothing came");
      running.push(next);
      return ministryOf(next);
    },
    /** Ends an answer that nobody waits for. */
    end(at: number) {
      const call = running[at];
      call?.response.writeHead(200, { "content-type": "text/event-stream" });
      call?.response.end(ENDING);
    },
    records: () => opened.records(),
  };
};

describe("turns of three ministries at 3:2:1", () => {
  it("one floods and one is away: the rest is shared 3:1; who comes back has its share within as many turns as places", async () => {
    const turns = await open();
    const ended = { at: 0 };
    await turns.send("a", PLACES + 8);
    await turns.send("c", 4);
    expect(turns.seen()).toBe(PLACES);
    // Whoever is served sends another: everybody waits all the time, and nobody more than is served in time.
    const turn = async (): Promise<Ministry> => {
      const served = await turns.turn(ended);
      await turns.send(served, 1);
      return served;
    };
    const without: Ministry[] = [];
    for (let times = 0; times < 16; times += 1) without.push(await turn());
    expect(without).not.toContain("b");
    expect(Math.abs(without.filter((ministry) => ministry === "c").length - 4)).toBeLessThanOrEqual(2);

    await turns.send("b", 4);
    const back: Ministry[] = [];
    for (let times = 0; times < 12; times += 1) back.push(await turn());
    const count = (of: Ministry, among: readonly Ministry[]) => among.filter((ministry) => ministry === of).length;
    expect(count("b", back.slice(0, PLACES))).toBeGreaterThanOrEqual(2);
    for (const ministry of NAMES) {
      expect(
        Math.abs(count(ministry, back) - 2 * MINISTRIES[ministry]),
        `${ministry} in ${back.join("")}`,
      ).toBeLessThanOrEqual(2);
    }
  }, 30_000);

  it("tells who waited where it stood, and the decision the figures of every level", async () => {
    const turns = await open();
    const ended = { at: 0 };
    await turns.send("a", PLACES + 2);
    for (let times = 0; times < 2; times += 1) await turns.turn(ended);
    for (let at = ended.at; at < PLACES + 2; at += 1) turns.end(at);
    const answers = await Promise.all(turns.answers);
    const positions = answers.map(({ headers }) => headers.get("x-socle-queue-position"));
    expect(positions.filter((position) => position === null)).toHaveLength(PLACES);
    expect(positions.filter((position) => position !== null).sort()).toEqual(["1", "2"]);
    await Promise.all(answers.map((answer) => answer.text()));
    const decision = (await turns.records())[0]?.decision;
    expect(decision?.fairness?.map(({ nodeId }) => nodeId)).toEqual(["app-a", "use-a", "direction-a", "a", "state"]);
    expect(decision?.fairness?.[3]).toMatchObject({ tier: "nominal", right: 3, borrowing: 0 });
  }, 30_000);
});
