import type { Page } from "playwright-core";

type SignIn = (role: string) => Promise<Page>;

/**
 * The AI cell proposes a rule that refuses every labelled request; the compliance cell reads what changes and signs. Gives the page on which it was signed.
 */
export async function ruleBySecondSignature(signIn: SignIn, consoleUrl: string): Promise<Page> {
  const author = await signIn("ai_cell");
  await author.goto(`${consoleUrl}/policies`);
  await author.getByRole("button", { name: "Proposer des règles" }).click();
  const dialog = author.getByRole("dialog");
  const file = { name: "rule.yaml", mimeType: "application/yaml", buffer: Buffer.from(closingRule) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByText("ajoutée").waitFor();
  await dialog.getByLabel("Motif de la proposition").fill("Essai : plus aucune requête ne passe");
  await dialog.getByRole("button", { name: "Proposer des règles" }).click();
  await dialog.waitFor({ state: "detached" });
  const signer = await signIn("compliance");
  await signer.goto(`${consoleUrl}/policies`);
  await signer.getByRole("button", { name: "Essai : plus aucune requête ne passe" }).click();
  await signer.getByText(CLOSING_RULE).waitFor();
  await signer.getByRole("button", { name: "Approuver et appliquer" }).click();
  await signer.getByRole("dialog").getByLabel("Motif").fill("Vu et compris");
  await signer.getByRole("dialog").getByRole("button", { name: "Approuver et appliquer" }).click();
  await signer.getByRole("dialog").waitFor({ state: "detached" });
  return signer;
}

export const CLOSING_RULE = "security/essai-ferme-tout";

const closingRule = `id: ${CLOSING_RULE}
version: 1
owner: compliance
legal:
  - text: "Essai"
    url: https://example.org/texte
effective:
  from: 2026-01-01
  to: null
effect: deny
when: size(request.labels) > 0
reason:
  code: essai.ferme
  fr: "Essai : toute requête étiquetée est refusée."
  en: "Trial: every labelled request is refused."
remedy:
  fr: "Revenir aux règles précédentes."
  en: "Return to the previous rules."
derogable: null
mode: enforce
tests:
  - name: "a label"
    facts: { request: { labels: [internal] } }
    expected: fires
  - name: "none"
    facts: { request: { labels: [] } }
    expected: silent
`;
