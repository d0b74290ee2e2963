import { parisDay, addDays } from "@socle/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIncident } from "../../../../../../test/builders/desk.builder.js";
import {
  clockOf,
  informed,
  moved,
  notificationDueAt,
  notified,
  qualified,
  requalified,
  withHarms,
  withMeasure,
} from "./incident.js";
import { providerNoticeOf } from "./provider-notice.js";
import { HARMS, INCIDENT_KINDS, kindOf, NOTIFICATION_TERMS, type Harm } from "./serious-incident.js";

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

  it("is none where nothing serious was found", () => {
    const incident = anIncident({ kind: "not_serious", harms: [], awareAt: aware, dueAt: null });
    expect(notified(incident, { at: aware, authority: "CNIL", reference: "N-1", interim: false })).toMatchObject({
      refusal: { code: "incident.not_serious" },
    });
  });
});

describe("the seriousness of an incident", () => {
  // Articles 3(49) and 3(61) with the days of article 73(2) to (4), copied from the regulation by hand.
  const LAW: readonly (readonly [readonly Harm[], string, number | null])[] = [
    [[], "not_serious", null],
    [["health"], "other_serious", 15],
    [["fundamental_rights"], "other_serious", 15],
    [["property", "environment"], "other_serious", 15],
    [["death"], "death", 10],
    [["death", "health"], "death", 10],
    [["critical_infrastructure"], "critical_infrastructure", 2],
    [["critical_infrastructure", "death"], "critical_infrastructure", 2],
    [["widespread_infringement"], "widespread_infringement", 2],
    [["fundamental_rights", "widespread_infringement"], "widespread_infringement", 2],
  ];
  it.each(LAW)("of %j is %s", (harms, kind, days) => {
    expect([kindOf(harms), NOTIFICATION_TERMS[kindOf(harms)].days]).toEqual([kind, days]);
  });

  const harmsOf = fc.uniqueArray(fc.constantFrom(...HARMS));
  const dutiesOf = (bound: boolean, deployer = true) => ({ bound, deployer });
  const look = { at: at("2026-10-21T08:00:00Z"), by: "other", reason: "Constaté", duties: dutiesOf(true) };
  const declared = (harms: readonly Harm[], bound: boolean) =>
    anIncident({ ...qualified(harms, dutiesOf(bound), aware), awareAt: aware, findings: [] });
  const dueOf = (result: ReturnType<typeof withHarms>, before: Date | null) =>
    (result.ok ? result.value.dueAt : before)?.getTime() ?? Infinity;

  it("never gets a longer term, nor loses it, by a further harm, whatever the file says by then", () => {
    fc.assert(
      fc.property(harmsOf, harmsOf, fc.boolean(), fc.boolean(), (first, further, was, is) => {
        const incident = declared(first, was);
        const after = withHarms(incident, further, { ...look, duties: dutiesOf(is) });
        expect(dueOf(after, incident.dueAt)).toBeLessThanOrEqual(incident.dueAt?.getTime() ?? Infinity);
      }),
    );
  });

  it("depends on what was found in the end, in whatever order", () => {
    fc.assert(
      fc.property(harmsOf, harmsOf, (first, found) => {
        const after = requalified(declared(first, true), found, look);
        const { kind, dueAt } = qualified(found, dutiesOf(true), aware);
        if (after.ok) expect(after.value).toMatchObject({ kind, dueAt });
      }),
    );
  });

  it("never falls by whoever declared it, nor by whoever found what is withdrawn", () => {
    const incident = declared(["health"], true);
    const added = withHarms(incident, ["death"], { ...look, by: "finder" });
    if (!added.ok) throw new Error(added.refusal.message);
    const without = (by: string, harms: readonly Harm[]) => requalified(added.value, harms, { ...look, by });
    for (const by of [incident.declaredBy, "finder"])
      expect(without(by, ["health"])).toMatchObject({ refusal: { conditions: [{ code: "withdrawer_is_apart" }] } });
    expect(without("finder", ["death"])).toMatchObject({ ok: true });
    expect(without("other", ["health"])).toMatchObject({
      ok: true,
      value: {
        kind: "other_serious",
        findings: [
          { harm: "death", found: true },
          { harm: "death", found: false },
        ],
      },
    });
  });

  it("asks for no notification where the system is known not to be high-risk, by a second person as well", () => {
    const incident = declared(["death"], true);
    const looked = (by: string) => requalified(incident, ["death"], { ...look, by, duties: dutiesOf(false) });
    expect(looked(incident.declaredBy).ok).toBe(false);
    expect(looked("other")).toMatchObject({ ok: true, value: { kind: "death", bound: false, dueAt: null } });
  });

  it("is not told twice", () => {
    expect(withHarms(declared(["death"], true), ["death"], look)).toMatchObject({
      refusal: { code: "incident.harms_known" },
    });
  });
});

const toProvider = (risk: boolean) => ({
  ...({ at: aware, by: "x", to: "provider", name: "Éditeur", reference: "Courriel du 21", risk } as const),
});

describe("the notice to the provider", () => {
  const due = { dueAt: notificationDueAt("death", aware), notices: [] };
  const standing = (fields: Parameters<typeof anIncident>[0]) => providerNoticeOf(anIncident({ ...due, ...fields }));

  it("is due of a deployer as soon as the incident is serious, and not of the provider", () => {
    expect(standing({ deployer: true })).toBe("due");
    expect(standing({ deployer: false })).toBe("none");
    expect(standing({ dueAt: null })).toBe("none");
  });

  it("is given once the provider is told, and not by telling others", () => {
    expect(standing({ notices: [{ ...toProvider(false), to: "distributor" }] })).toBe("due");
    expect(standing({ notices: [toProvider(false)] })).toBe("given");
  });

  it("that speaks of a risk has the use suspended before the incident is closed", () => {
    const measures = [{ at: aware, by: "x", text: "Retour arrière" }];
    const risky = anIncident({ state: "mitigated", dueAt: null, measures, notices: [toProvider(true)] });
    expect(moved(risky, "closed")).toMatchObject({
      refusal: { conditions: [{}, {}, {}, { code: "incident.use_suspended", met: false }] },
    });
    expect(moved({ ...risky, suspendedAt: aware }, "closed").ok).toBe(true);
  });
});

describe("an incident", () => {
  it("closes only once something was done and the complete report went out", () => {
    const mitigated = anIncident({ state: "mitigated" });
    expect(moved(mitigated, "closed")).toMatchObject({
      refusal: {
        conditions: [{ code: "incident.measured", met: false }, { met: false }, { met: false }, { met: true }],
      },
    });
    const measured = withMeasure(mitigated, { at: aware, by: "x", text: "Retour arrière" });
    const report = { at: aware, authority: "CNIL", reference: "N-1", interim: false };
    const reported = measured.ok ? notified(measured.value, report) : measured;
    const told = reported.ok ? informed(reported.value, toProvider(false)) : reported;
    const closed = told.ok ? moved(told.value, "closed") : told;
    expect(closed).toMatchObject({ ok: true, value: { state: "closed" } });
    expect(closed.ok && withMeasure(closed.value, { at: aware, by: "x", text: "Encore" })).toMatchObject({
      refusal: { code: "incident.closed" },
    });
  });

  it("skips no step", () => {
    expect(moved(anIncident({ state: "open" }), "closed")).toMatchObject({ refusal: { code: "incident.no_step" } });
  });
});
