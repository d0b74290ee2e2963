import { describe, expect, it } from "vitest";
import { MEASURED_PROFILES } from "./measured-profiles.js";
import { ProfileCatalogue } from "./profile-catalogue.js";

const mistral = (catalogue: ProfileCatalogue, gpu: string, gpusPerReplica = 1) =>
  catalogue
    .candidates("mistral-small-3.2-24b", "bf16", 1800, null)
    .find((profile) => profile.gpu === gpu && profile.gpusPerReplica === gpusPerReplica);

describe("the catalogue of profiles", () => {
  it("prefers what was measured last, and computes what nobody measured", () => {
    const catalogue = new ProfileCatalogue();
    expect(mistral(catalogue, "H100-80GB")).toMatchObject({ version: 2, times: { alphaMs: 25, betaMs: 0.0525 } });
    expect(mistral(catalogue, "H100-80GB")?.kvBytesPerToken).toBe(163_840);
    expect(mistral(catalogue, "A100-80GB")).toMatchObject({ method: "roofline/2", source: { basis: "estimated" } });
    expect(catalogue.candidates("llama-3.3-70b", "bf16", 1800, null).map(({ key }) => key)).not.toContain(
      "llama-3.3-70b@bf16 on 1×H100-80GB",
    );
  });

  it("does not take a curve measured with short prompts for long ones", () => {
    const [short, long] = [1800, 30_150].map((context) =>
      new ProfileCatalogue()
        .candidates("mistral-small-3.2-24b", "bf16", context, ["H100-80GB"])
        .map(({ method }) => method),
    );
    expect(short?.slice(0, 2)).toEqual(["least-squares/1", "least-squares/1"]);
    expect(new Set(long)).toEqual(new Set(["roofline/2"]));
  });

  it("takes an operator's own for long prompts, also one that gives way to its curve for short ones", () => {
    const [curve] = MEASURED_PROFILES;
    if (curve === undefined) throw new Error("no profile");
    const own = { ...curve, source: { ...curve.source, basis: "declared" as const }, method: "operator" };
    const methods = [1800, 8000].map((context) => {
      const all = new ProfileCatalogue([own]).candidates(curve.model, curve.precision, context, [curve.gpu]);
      return all.find(({ key }) => key === curve.key)?.method;
    });
    expect(methods).toEqual([curve.method, "operator"]);
  });

  it("takes an operator's own measure, also on a GPU that it knows nothing else of", () => {
    const [known] = MEASURED_PROFILES;
    if (known === undefined) throw new Error("no profile");
    const own = {
      ...known,
      model: "mistral-small-3.2-24b",
      gpu: "MI300X-192GB",
      key: "mistral-small-3.2-24b@bf16 on 1×MI300X-192GB",
    };
    const catalogue = new ProfileCatalogue([own, { ...own, version: 9 }, { ...own, version: 3 }]);
    expect(mistral(catalogue, "MI300X-192GB")?.version).toBe(9);
    expect(catalogue.knows("mistral-small-3.2-24b")).toBe(true);
    expect(catalogue.knows("unheard-of")).toBe(false);
  });

  it("says of each profile where it comes from", () => {
    for (const { source, method } of MEASURED_PROFILES) {
      expect(source.url).toMatch(/^https:/);
      expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.licence).not.toBe("");
      expect(method).toMatch(/\/\d+$/);
    }
  });
});
