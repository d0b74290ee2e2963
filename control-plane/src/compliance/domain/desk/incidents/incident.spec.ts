import { parisDay, addDays } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIncident } from "../../../../../../test/builders/desk.builder.js";
import { clockOf, moved, notificationDueAt, notified, requalified, withMeasure } from "./incident.js";
import { INCIDENT_KINDS, NOTIFICATION_TERMS } from "./serious-incident.js";

const aware = new Date("2026-10-20T21:30:00Z");
const at = (iso: string): Date => new Date(iso);

describe("the term of article 73", () => {
  it.each([
    ["death", "2026-10-30T23:00:00.000Z"],
    // 23:30 in Paris is still the 20th; the clock goes back on the 25th.
    ["other_serious", "2026-11-04T23:00:00.000Z"],
    ["widespread_infringement", "2026-10-22T22:00:00.000Z"],
    ["critical_infrastructure", "2026-10-22T22:00:00.000Z"],
  ] as const)("of %s ends with its last day in Paris", (kind, end) => {
    expect(notificationDueAt(kind, aware)?.toISOString()).toBe(end);
  });

  it("counts as many days as the table says, whatever the season", () => {
    const instants = fc.date({ min: at("2026-01-01"), max: at("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...INCIDENT_KINDS), (known, kind) => {
        const due = notificationDueAt(kind, known);
        const { days } = NOTIFICATION_TERMS[kind];
        if (due === null || days === null) return due === null && days === null;
        return parisDay(new Date(due.getTime() - 1)) === addDays(parisDay(known), days);
      }),
    );
  });

  it("runs, is kept or missed", () => {
    const incident = anIncident({ kind: "death", awareAt: aware, dueAt: notificationDueAt("death", aware) });
    expect(clockOf(incident, at("2026-10-30T22:59:59Z"))).toBe("running");
    expect(clockOf(incident, at("2026-10-30T23:00:00Z"))).toBe("overdue");
    const report = { authority: "CNIL", reference: "N-1", interim: true };
    const early = notified(incident, { ...report, at: at("2026-10-25T08:00:00Z") });
    const late = notified(incident, { ...report, at: at("2026-11-02T08:00:00Z") });
    expect([early, late].map((each) => each.ok && clockOf(each.value, at("2027-01-01T00:00:00Z")))).toEqual([
      "notified",
      "notified_late",
    ]);
    expect(clockOf(anIncident({ kind: "not_serious", dueAt: null }), aware)).toBe("none");
  });

  it("is kept by the interim report when the complete one comes later, which is the last", () => {
    const incident = anIncident({ kind: "death", awareAt: aware, dueAt: notificationDueAt("death", aware) });
    const report = { authority: "CNIL", reference: "N-1" };
    const interim = notified(incident, { ...report, interim: true, at: at("2026-10-25T08:00:00Z") });
    const full = interim.ok
      ? notified(interim.value, { ...report, interim: false, at: at("2027-01-05T08:00:00Z") })
      : interim;
    expect(full.ok && clockOf(full.value, at("2027-02-01T00:00:00Z"))).toBe("notified");
    expect(full.ok && notified(full.value, { ...report, interim: false, at: aware }).ok).toBe(false);
  });

  it("follows the kind that was found in the end", () => {
    const incident = anIncident({ kind: "not_serious", awareAt: aware, dueAt: null });
    expect(requalified(incident, "death")).toMatchObject({ value: { dueAt: notificationDueAt("death", aware) } });
    expect(notified(incident, { at: aware, authority: "CNIL", reference: "N-1", interim: false })).toMatchObject({
      refusal: { code: "incident.not_serious" },
    });
  });
});

describe("an incident", () => {
  it("closes only once something was done and the complete report went out", () => {
    const mitigated = anIncident({ state: "mitigated" });
    expect(moved(mitigated, "closed")).toMatchObject({
      refusal: { conditions: [{ code: "incident.measured", met: false }, { met: false }] },
    });
    const measured = withMeasure(mitigated, { at: aware, by: "x", text: "Retour arrière" });
    const report = { at: aware, authority: "CNIL", reference: "N-1", interim: false };
    const reported = measured.ok ? notified(measured.value, report) : measured;
    const closed = reported.ok ? moved(reported.value, "closed") : reported;
    expect(closed).toMatchObject({ ok: true, value: { state: "closed" } });
    expect(closed.ok && withMeasure(closed.value, { at: aware, by: "x", text: "Encore" })).toMatchObject({
      refusal: { code: "incident.closed" },
    });
  });

  it("skips no step", () => {
    expect(moved(anIncident({ state: "open" }), "closed")).toMatchObject({ refusal: { code: "incident.no_step" } });
  });
});
