import type { Page } from "playwright-core";
import { expect } from "vitest";
import { takePicture, violations } from "./console-browser.ts";

type SignIn = (email: string) => Promise<Page>;

const ANDREA = "andrea.simon@ariane.example";
const NOA = "noa.garcia@ariane.example";
const CULTURE = "Ministère de la Culture";

/** Opens an organisation's page from the list of them. */
async function opened(page: Page, consoleUrl: string, organisation: string): Promise<void> {
  await page.goto(`${consoleUrl}/organisations`);
  await page.getByRole("link", { name: organisation }).first().click();
  await page.getByRole("heading", { level: 1, name: organisation }).waitFor();
  // Where the link was there may be something now that explains itself under the pointer.
  await page.mouse.move(0, 0);
}

/** Presses a verb, fills the dialog that it opens, and presses the verb there. */
async function filled(page: Page, verb: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole("button", { name: verb, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    const tag = await field.evaluate((element) => element.tagName);
    await (tag === "SELECT" ? field.selectOption({ label: value }) : field.fill(value));
  }
  await dialog.getByRole("button", { name: verb, exact: true }).click();
}

/** The same, until the dialog closes: it was done. */
async function act(page: Page, verb: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await filled(page, verb, fields);
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** ARIANE proposes an auditor, may not confirm it, and somebody of the compliance cell does. */
export async function auditorByCountersignature(signIn: SignIn, consoleUrl: string): Promise<void> {
  const ariane = await signIn(ANDREA);
  await opened(ariane, consoleUrl, CULTURE);
  await act(ariane, "Proposer un rôle", {
    "Prénom et nom": "Sol Contrôle",
    "Adresse électronique": "sol.controle@culture.example",
    Rôle: "Auditeur",
    Motif: "Mission de contrôle de l’année",
  });
  await ariane.getByText(/^Sol Contrôle recevrait le rôle/u).waitFor();
  expect(await ariane.getByRole("button", { name: "Confirmer", exact: true }).count()).toBe(0);
  const cell = await signIn(NOA);
  await cell.goto(`${consoleUrl}/`);
  await cell
    .getByRole("link", { name: /rôle de Sol Contrôle/u })
    .first()
    .click();
  await cell.getByText("sol.controle@culture.example").waitFor();
  expect(await violations(cell)).toEqual([]);
  await act(cell, "Confirmer", { Motif: "Lettre de mission vue" });
  await cell.locator("table").getByText("Sol Contrôle").waitFor();
  await takePicture(cell, "live-countersigned");
}

/** A declarant is lent her validator's role for hours; the cell ends it, and a colleague reviews it. */
export async function roleLentInAnEmergency(signIn: SignIn, consoleUrl: string): Promise<void> {
  const declarant = await signIn("jade.perrin@culture.example");
  await opened(declarant, consoleUrl, CULTURE);
  await act(declarant, "Demander un rôle en urgence", {
    Rôle: "Valideur",
    "Heures, 24 au plus": "4",
    Motif: "Le validateur ne répond pas",
  });
  const ariane = await signIn(ANDREA);
  await opened(ariane, consoleUrl, CULTURE);
  await act(ariane, "Prêter le rôle", { Motif: "Vérifié par téléphone" });
  await ariane.getByText(/Vaut jusqu’au/u).waitFor();
  const cell = await signIn(NOA);
  await cell.goto(`${consoleUrl}/`);
  await cell
    .getByRole("link", { name: /prêté en urgence à Jade Perrin/u })
    .first()
    .click();
  await act(cell, "Clore aussitôt", { Motif: "Le validateur est revenu" });
  const colleague = await signIn("maud.lefort@ariane.example");
  await opened(colleague, consoleUrl, CULTURE);
  expect(await violations(colleague)).toEqual([]);
  await act(colleague, "Revoir", { Motif: "Aucun acte sous ce rôle" });
  await colleague.getByText(/Aucun acte sous ce rôle/u).waitFor();
  await takePicture(colleague, "live-emergency");
}

/** What opens an act of governance is erased by two of the cell: one alone is refused, asks for it, and a colleague does it. */
export async function erasureByTwo(signIn: SignIn, consoleUrl: string, entryId: string): Promise<void> {
  const [noa, colleague] = [await signIn(NOA), await signIn("maud.lefort@ariane.example")];
  const fields = { Journal: "Actes de gouvernance", Entrée: entryId, Motif: "Une personne demande l’oubli" };
  await noa.goto(`${consoleUrl}/journal`);
  await filled(noa, "Effacer", fields);
  await noa.getByText("Une autre personne de la cellule doit d’abord le demander").waitFor();
  expect(await violations(noa)).toEqual([]);
  await noa.goto(`${consoleUrl}/journal`);
  await act(noa, "Demander un effacement", fields);
  await colleague.goto(`${consoleUrl}/journal`);
  await act(colleague, "Effacer", fields);
  await colleague.goto(`${consoleUrl}/journal`);
  await colleague.locator("tbody").getByText("Sel d’une entrée effacé").first().waitFor();
  await takePicture(colleague, "live-erasure");
}
