import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { takePicture, violations } from "./console-browser.ts";

/** Signs a person of that role in, in a context of their own. */
export type SignIn = (role: string) => Promise<Page>;

const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

/** Fills the open dialog's fields by their labels, sends it and waits for it to close. */
async function send(page: Page, fields: Readonly<Record<string, string>>, confirm: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === "SELECT" ? field.selectOption({ label: value }) : field.fill(value));
  }
  await press(dialog, confirm);
  await dialog.waitFor({ state: "detached" });
}

const optional = (label: string): string => `${label} (facultatif)`;
const ORIGIN = {
  [optional("Poids")]: "ouverts",
  [optional("Format des poids")]: "sans poids livrés",
  [optional("Où il tourne")]: "chez l’éditeur",
  [optional("Entraînement sur les requêtes")]: "jamais",
};

/** Amends a declaration field by field, from its page. */
export async function amend(page: Page, address: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Déclaration", exact: true }).click();
  await page.getByRole("link", { name: "Modifier la déclaration" }).click();
  await fillAmendment(page, fields);
  await press(page, "Enregistrer la nouvelle version");
}

export async function fillAmendment(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.locator("#dossier-goal").waitFor();
  for (const [name, value] of Object.entries(fields)) await page.locator(`#dossier-${name}`).fill(value);
  await page.locator("#dossier-reason").fill("Précision");
}

/** A ministry asks for a model, ARIANE looks into it and approves it; its end is announced to who calls it. */
export async function modelFromWishToEnd(signIn: SignIn, consoleUrl: string, useCase: string): Promise<void> {
  const [declarant, validator, ariane] = [
    await signIn("declarant"),
    await signIn("validator"),
    await signIn("ariane_operator"),
  ];
  await declarant.goto(`${consoleUrl}/models`);
  await press(declarant, "Proposer un modèle");
  await declarant.locator("#models-organisationId option").nth(1).waitFor({ state: "attached" });
  await declarant.locator("#models-organisationId").selectOption({ index: 1 });
  const facts = { Nom: "essai/juriste-9b", Éditeur: "Éditeur d’essai", "Pays de l’éditeur": "FR", Licence: "MIT" };
  await send(declarant, { ...facts, Contexte: "32 768" }, "Proposer un modèle");
  await declarant.getByRole("heading", { level: 1, name: /juriste-9b/u }).waitFor();
  const address = declarant.url();

  await validator.goto(address);
  await press(validator, "Valider");
  await send(validator, { Motif: "Besoin des juristes" }, "Valider");
  await ariane.goto(address);
  await press(ariane, "Examiner");
  await send(ariane, { ...ORIGIN, [optional("Évaluation")]: "échouée" }, "Examiner");
  await ariane.getByRole("heading", { name: "Pour passer à « Approuvé »" }).waitFor();
  const approve = ariane.getByRole("button", { name: "Approuver", exact: true });
  expect(await approve.getAttribute("aria-disabled")).toBe("true");
  await press(ariane, "Examiner");
  await send(ariane, { ...ORIGIN, [optional("Évaluation")]: "réussie" }, "Examiner");
  await ariane.getByText("6 sur 6 prêts").waitFor();
  await approve.click();
  await send(ariane, { Motif: "Demandé par les juristes" }, "Approuver");
  await press(ariane, "Donner un alias");
  await send(ariane, { Alias: "juriste" }, "Donner un alias");

  await amend(declarant, useCase, { models: "juriste" });
  await declarant.getByRole("heading", { level: 1 }).waitFor();
  await ariane.goto(address);
  await ariane.getByRole("heading", { name: "Cas d’usage qui l’appellent (1)" }).waitFor();
  await press(ariane, "Annoncer la fin");
  await send(ariane, { Motif: "Un autre le remplace" }, "Annoncer la fin");
  await ariane.getByText(/^Il répond jusqu’au/u).waitFor();
  expect(await violations(ariane)).toEqual([]);
  await takePicture(ariane, "live-model");
  const retire = ariane.getByRole("button", { name: "Retirer", exact: true });
  expect(await retire.getAttribute("aria-disabled")).toBe("true");

  await declarant.goto(consoleUrl);
  await declarant.getByText(/^Remplacer un modèle dont dépend/u).waitFor();
  await declarant.goto(useCase);
  await declarant.getByText(/^Un modèle qu’il appelle s’arrête le/u).waitFor();
}

/** Two people amend the same declaration: the second sees what the first wrote, and goes on from it. */
export async function twoPeopleAmend(signIn: SignIn, useCase: string): Promise<void> {
  const [first, second] = [await signIn("declarant"), await signIn("declarant")];
  const form = useCase.replace(/\/show.*$/u, "");
  await second.goto(form);
  await fillAmendment(second, { goal: "Répondre plus vite", team: "Pôle usagers" });
  await amend(first, useCase, { goal: "Répondre plus clairement" });
  await first.getByRole("button", { name: "Déclaration", exact: true }).waitFor();
  await press(second, "Enregistrer la nouvelle version");
  const conflict = second.locator(".conflict");
  await conflict.getByRole("cell", { name: "Répondre plus clairement" }).waitFor();
  await conflict.getByText("votre valeur remplacera la leur").waitFor();
  expect(await violations(second)).toEqual([]);
  await takePicture(second, "live-conflict");
  await press(conflict, /^Reprendre sur la version/u);
  await press(second, "Enregistrer la nouvelle version");
  await second.getByRole("heading", { name: "Complétude" }).waitFor();
  await second.getByText("Pôle usagers").waitFor();
  await second.getByText("Répondre plus vite").waitFor();
}

/** A ministry plans an evaluation, the AI cell publishes what the body found and marks the use case, which is ranked. */
export async function evaluatedAndRanked(signIn: SignIn, consoleUrl: string, useCase: string): Promise<void> {
  const [declarant, cell] = [await signIn("declarant"), await signIn("ai_cell")];
  await declarant.goto(`${useCase}?view=evaluations`);
  await press(declarant, "Prévoir une évaluation");
  await declarant.getByRole("dialog").getByText("Organisme indépendant").first().click();
  const plan = { "Qui évalue": "Laboratoire d’essai", Protocole: "Questionnaires et entretiens" };
  await send(declarant, plan, "Prévoir l’évaluation");
  await press(declarant, "Commencer");
  await send(declarant, {}, "Commencer");
  await cell.goto(consoleUrl);
  await cell
    .getByText(/^Publier l’évaluation indépendante de .*Résumé de comptes rendus/u)
    .first()
    .click();
  await press(cell, "Publier");
  const found = { Mesure: "Jugés clairs", Valeur: "75", Unité: "%", [optional("Effectif")]: "3 000" };
  await send(cell, { ...found, Verdict: "Continuer", Synthèse: "Plus clair, selon les agents." }, "Publier");
  await cell.goto(`${useCase}?view=evaluations`);
  await cell.getByText("de 73,4 à 76,5 %").first().waitFor();
  expect(await violations(cell)).toEqual([]);
  await takePicture(cell, "live-evaluation");
  await press(cell, "Noter");
  const marks = { Impact: "4", Généralisation: "3", "Effets sur les agents": "5", "Effets sur les usagers": "4" };
  await send(cell, { ...marks, Justification: "Utile à plusieurs ministères" }, "Enregistrer la note");
  await cell.getByText("Compte", { exact: true }).first().waitFor();
  await cell.goto(`${consoleUrl}/selection`);
  const ranked = cell.locator("tbody tr");
  const mine = ranked.filter({ hasText: "Résumé de comptes rendus" });
  await mine.waitFor();
  const figuresOf = async (row: Locator) =>
    (await row.locator("td.num").allTextContents()).map((text) => Number(text.replace(",", ".")));
  const [rank = 0, impact, reach, agents, users, bonus = 0, total = 0] = await figuresOf(mine);
  expect([impact, reach, agents, users]).toEqual([24, 18, 20, 16]);
  expect(total).toBe(78 + bonus);
  for (const row of await ranked.all()) {
    const [otherRank = 0, , , , , , otherTotal = 0] = await figuresOf(row);
    if (otherRank < rank) expect(otherTotal).toBeGreaterThanOrEqual(total);
  }
  expect(await violations(cell)).toEqual([]);
  await takePicture(cell, "live-selection");
}

/** A body declares a tool that its agents use outside any frame; the AI cell answers with a use case. */
export async function shadowToolAnswered(signIn: SignIn, consoleUrl: string): Promise<void> {
  const [declarant, cell] = [await signIn("declarant"), await signIn("ai_cell")];
  await declarant.goto(`${consoleUrl}/shadow-tools`);
  await press(declarant, "Déclarer un outil");
  await declarant.locator("#shadowTools-organisationId option").nth(1).waitFor({ state: "attached" });
  await declarant.locator("#shadowTools-organisationId").selectOption({ index: 1 });
  const tool = { Outil: "Traducteur grand public", Éditeur: "Éditeur d’essai", Usage: "Traduire des notes" };
  await send(declarant, { ...tool, "Pays dont l’éditeur suit le droit": "US" }, "Déclarer l’outil");
  await declarant.getByRole("button", { name: "Traducteur grand public" }).waitFor();
  await cell.goto(consoleUrl);
  await cell.getByText("Répondre sur l’outil « Traducteur grand public »").click();
  await press(cell, "Traducteur grand public");
  await press(cell.getByRole("dialog"), "Répondre");
  const dialog = cell.getByRole("dialog");
  await dialog.getByLabel("Chercher un cas d’usage par ses mots").fill("assistant");
  await dialog.locator("#shadowTools-alternativeId option").nth(1).waitFor({ state: "attached" });
  await dialog.locator("#shadowTools-alternativeId").selectOption({ index: 1 });
  await send(cell, { Réponse: "Le socle traduit déjà" }, "Répondre");
  await cell.goto(`${consoleUrl}/shadow-tools?view=ANSWERED`);
  await cell.getByRole("button", { name: "Traducteur grand public" }).waitFor();
  expect(await violations(cell)).toEqual([]);
  await takePicture(cell, "live-shadow-tools");
}

/** A declarant asks for a production key, their validator and ARIANE stand for it, and the declarant collects it. */
export async function productionKey(
  { declarant, validator, ariane }: Readonly<Record<"declarant" | "validator" | "ariane", Page>>,
  useCase: string,
  application: string,
): Promise<string> {
  const act = async (page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    await page.goto(useCase);
    await press(page, `${name} (${application})`);
    await send(page, fields, name);
  };
  await act(declarant, "Demander une clé", { Motif: "Mise en service" });
  await act(validator, "S’en porter garant");
  expect(await violations(validator)).toEqual([]);
  await act(ariane, "Approuver");
  await declarant.goto(useCase);
  await press(declarant, `Retirer la clé (${application})`);
  await press(declarant.getByRole("dialog"), "Retirer la clé");
  const key = (await declarant.locator(".secret code").textContent()) ?? "";
  expect(await violations(declarant)).toEqual([]);
  await press(declarant, "J’ai copié la clé");
  await declarant.getByRole("dialog").waitFor({ state: "detached" });
  expect(await declarant.content()).not.toContain(key);
  return key;
}
