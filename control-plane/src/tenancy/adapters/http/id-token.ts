import { z } from "zod";
import { SESSION_HOURS } from "../../domain/session.js";
import { seal, unseal } from "./seal.js";

const PURPOSE = "id-token";
const content = z.object({ idToken: z.string() });

/** The provider's token as the session keeps it: of no use to a reader of the database. */
export const sealIdToken = (idToken: string, secret: string): Promise<string> =>
  seal({ idToken }, PURPOSE, secret, SESSION_HOURS * 3600);

export async function openIdToken(sealed: string | null, secret: string): Promise<string | null> {
  const parsed = content.safeParse(await unseal(sealed, PURPOSE, secret));
  return parsed.success ? parsed.data.idToken : null;
}
