import type { Page } from "playwright-core";

type SignIn = (email: string) => Promise<Page>;

/**
 * Somebody of the compliance cell proposes a rule that refuses every labelled request; a colleague cannot sign for what she
 * has not seen the effect of, simulates it, and both let it in force without its being observed first. Gives the page on
 * which it was signed.
 */
export async function ruleBySecondSignature(signIn: SignIn, consoleUrl: string): Promise<Page> {
  const author = await signIn("noa.garcia@ariane.example");
  await author.goto(`${consoleUrl}/policies`);
  await author.getByRole("button", { name: "Proposer des règles" }).click();
  const dialog = author.getByRole("dialog");
  const file = { name: "rule.yaml", mimeType: "application/yaml", buffer: Buffer.from(closingRule) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByText("ajoutée").waitFor();
  await dialog.getByLabel("Motif de la proposition").fill(MOTIVE);
  await dialog.getByRole("button", { name: "Proposer des règles" }).click();
  await dialog.waitFor({ state: "detached" });
  const signer = await signIn("maud.lefort@ariane.example");
  const proposal = signer.getByRole("dialog");
  const open = async (): Promise<void> => {
    await signer.goto(`${consoleUrl}/policies`);
    await signer.getByRole("button", { name: MOTIVE }).click();
    await signer.getByText(CLOSING_RULE).waitFor();
  };
  const approve = async (waiver: string): Promise<void> => {
    await signer.getByRole("button", { name: "Approuver et appliquer" }).click();
    await proposal.getByLabel("Motif", { exact: true }).fill("Vu et compris");
    await proposal.getByLabel("Pourquoi ne pas observer d’abord").fill(waiver);
    await proposal.getByRole("button", { name: "Approuver et appliquer" }).click();
  };
  await open();
  await approve("");
  await proposal.getByText("Qui approuve a ouvert une simulation de cette proposition").waitFor();
  await open();
  await signer.getByRole("link", { name: "La simuler" }).click();
  await signer.getByRole("button", { name: "Lancer la simulation" }).click();
  await signer.getByText("D’abord, ce que la simulation a pu rejouer").waitFor();
  await open();
  await approve("Essai : il ne peut pas attendre quatorze jours");
  await proposal.waitFor({ state: "detached" });
  return signer;
}

const MOTIVE = "Essai : plus aucune requête ne passe";
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
