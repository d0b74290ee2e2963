import { z } from "zod";
import type { Claims } from "../../domain/person.js";

const claims = z.object({
  sub: z.string().min(1),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  name: z.string().optional(),
  email: z.string().min(3),
  siret: z.union([z.string(), z.number()]).transform((value) => String(value).replaceAll(/\s/g, "")),
  idp_id: z.string().min(1).optional(),
  belonging_population: z.union([z.string(), z.array(z.string())]).optional(),
});
const authentication = z.object({ amr: z.array(z.string()).optional() });

/**
 * ProConnect's claims in our words. `sub` is stable per identity provider, so the pair is what names a person; an issuer
 * without `idp_id` is its own identity provider.
 * @returns null when a claim that we cannot do without is absent
 */
export function claimsFrom(idToken: unknown, userinfo: unknown, issuer: string): Claims | null {
  const parsed = claims.safeParse({ ...Object(idToken), ...Object(userinfo) });
  if (!parsed.success) return null;
  const { sub, email, siret, idp_id, belonging_population } = parsed.data;
  return {
    sub,
    idpId: idp_id ?? issuer,
    name: nameOf(parsed.data),
    email,
    siret,
    contractor: [belonging_population ?? []].flat().includes("prestataire"),
    mfa: usedSecondFactor(idToken) || usedSecondFactor(userinfo),
  };
}

function nameOf({ given_name, usual_name, name, email }: z.infer<typeof claims>): string {
  const full = [given_name, usual_name].filter((part) => part !== undefined && part !== "").join(" ");
  return full === "" ? (name ?? email) : full;
}

function usedSecondFactor(token: unknown): boolean {
  const parsed = authentication.safeParse(token);
  return parsed.success && (parsed.data.amr ?? []).includes("mfa");
}
