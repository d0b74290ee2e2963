import { describe, expect, it } from "vitest";
import { claimsFrom } from "./proconnect-claims.js";

const userinfo = {
  sub: "1",
  given_name: "Camille",
  usual_name: "Martin",
  email: "camille@culture.example",
  siret: "11004601800013",
  idp_id: "idp",
};

describe("ProConnect's claims", () => {
  it("make a person of an identity provider", () => {
    expect(claimsFrom({ sub: "1", amr: ["pwd"] }, userinfo, "https://issuer")).toEqual({
      sub: "1",
      idpId: "idp",
      name: "Camille Martin",
      email: "camille@culture.example",
      siret: "11004601800013",
      contractor: false,
      mfa: false,
    });
  });

  it("tell contractors and second factors", () => {
    const claims = claimsFrom(
      { sub: "1", amr: ["pwd", "mfa"] },
      { ...userinfo, belonging_population: "prestataire" },
      "i",
    );
    expect(claims).toMatchObject({ contractor: true, mfa: true });
  });

  it("take the issuer for the identity provider where none is named", () => {
    expect(claimsFrom({}, { ...userinfo, idp_id: undefined }, "https://issuer")?.idpId).toBe("https://issuer");
  });

  it.each(["sub", "email", "siret"])("are of no use without %s", (name) => {
    expect(claimsFrom({}, { ...userinfo, [name]: undefined }, "i")).toBeNull();
  });
});
