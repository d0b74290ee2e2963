import { describe, expect, it } from "vitest";
import { anOpinion, aQuestion, aReview } from "../../../../../../test/builders/desk.builder.js";
import { adopted, published } from "./opinion.js";
import { answered, drawnFrom, dueOn } from "./question.js";
import { conditionMet, nextDueOn } from "./review.js";

describe("a question", () => {
  const answer = { answer: "Oui, si…", rules: [], answeredBy: "cell", answeredAt: new Date() };

  it("is due by its topic, and bettered until doctrine is drawn from it", () => {
    expect(dueOn("technical", "2026-12-28")).toBe("2027-01-07");
    const first = answered(aQuestion(), answer);
    if (!first.ok) throw new Error("refused");
    const again = answered(first.value, { ...answer, answer: "Oui." });
    expect(again).toMatchObject({ ok: true, value: { state: "answered", answer: "Oui.", version: 3 } });
    const drawn = drawnFrom(first.value, "note");
    expect(drawn).toMatchObject({ value: { state: "published", doctrineId: "note" } });
    expect(drawn.ok && answered(drawn.value, answer)).toMatchObject({ refusal: { code: "question.published" } });
  });

  it("gives no doctrine before it is answered", () => {
    expect(drawnFrom(aQuestion(), "note")).toMatchObject({ refusal: { code: "question.not_answered" } });
  });
});

describe("a review", () => {
  const condition = (id: string, day: string) => ({ id, text: "Publier l'évaluation", dueOn: day, met: null });
  const met = { on: "2026-10-01", by: "cell", proof: "https://evaluation.example" };

  it("is due at the soonest of its conditions that wait, and settled by the last", () => {
    const review = aReview({ conditions: [condition("a", "2027-01-01"), condition("b", "2026-11-01")], state: "open" });
    expect(nextDueOn(review)).toBe("2026-11-01");
    const first = conditionMet(review, "b", met);
    if (!first.ok) throw new Error("refused");
    expect([first.value.state, nextDueOn(first.value)]).toEqual(["open", "2027-01-01"]);
    const second = conditionMet(first.value, "a", met);
    expect(second).toMatchObject({ value: { state: "settled" } });
    expect(second.ok && nextDueOn(second.value)).toBeNull();
  });

  it("takes a condition once, and none that is not its own", () => {
    const review = aReview({ conditions: [condition("a", "2027-01-01")], state: "open" });
    const once = conditionMet(review, "a", met);
    expect(once.ok && conditionMet(once.value, "a", met)).toMatchObject({ refusal: { code: "review.condition_met" } });
    expect(conditionMet(review, "z", met)).toMatchObject({ refusal: { kind: "NotFound" } });
    expect(conditionMet({ ...review, state: "superseded" }, "a", met)).toMatchObject({
      refusal: { code: "review.superseded" },
    });
  });
});

describe("an opinion", () => {
  it("is adopted by more votes for than against, then published", () => {
    const votes = { for: 7, against: 2, abstained: 1 };
    const adoption = adopted(anOpinion(), votes, "2026-10-01");
    if (!adoption.ok) throw new Error("refused");
    expect(adopted(adoption.value, votes, "2026-10-01").ok).toBe(false);
    expect(adopted(anOpinion(), { for: 2, against: 2, abstained: 6 }, "2026-10-01").ok).toBe(false);
    expect(published(anOpinion(), new Date()).ok).toBe(false);
    expect(published(adoption.value, new Date())).toMatchObject({ value: { state: "published", version: 3 } });
  });
});
