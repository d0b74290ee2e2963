import type { Locator, Page } from "playwright-core";
import { fileURLToPath } from "node:url";

/** Signs a person in by e-mail, in a context of their own. */
export type SignInAs = (email: string) => Promise<Page>;

/** People of the sample registry whose hands a campaign goes through. */
const PEOPLE = {
  declarant: "camille.martin@economie.example",
  validator: "dominique.bernard@economie.example",
  ariane: "andrea.simon@ariane.example",
  colleague: "jo.garnier@ariane.example",
  cell: "eden.michel@ariane.example",
} as const;
const data = (name: string): string => fileURLToPath(new URL(`../data/campaign/${name}`, import.meta.url));
const NAME = "Campagne au clic";
const JOB_MS = 30_000;

const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

/** Opens an act's dialog, fills its fields by label, sends it and waits for it to close. */
async function act(page: Page, name: string | RegExp, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await press(page, name);
  const dialog = page.getByRole("dialog");
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).first().fill(value);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
}

/** A campaign from its opening to rights in force, by clicks alone; answers the round's page. */
export async function campaignByClicks(signIn: SignInAs, consoleUrl: string): Promise<Page> {
  const [declarant, validator, ariane] = [
    await signIn(PEOPLE.declarant),
    await signIn(PEOPLE.validator),
    await signIn(PEOPLE.ariane),
  ];
  const campaign = await openCampaign(ariane, consoleUrl);
  const declaration = await sendFile(declarant, campaign, "declaration", "ministry-a.csv");
  await sendFile(declarant, campaign, "need", "ministry-a.xlsx");
  await returnAndCorrect(declarant, validator, declaration);
  const colleague = await signIn(PEOPLE.colleague);
  await accept(ariane, colleague, [declaration]);
  await acceptNeeds(campaign, { declarant, validator, ariane, colleague });
  await consolidate(ariane, colleague, campaign);
  return voteRound(ariane, await signIn(PEOPLE.cell), consoleUrl);
}

async function openCampaign(ariane: Page, consoleUrl: string): Promise<string> {
  await ariane.goto(`${consoleUrl}/campaigns`);
  const [year, end] = [new Date().getFullYear(), new Date(Date.now() + 90 * 86_400_000)];
  await act(ariane, "Préparer une campagne", {
    Nom: NAME,
    "Premier jour": `${String(year)}-01-01`,
    Fin: end.toISOString().slice(0, 10),
    "Premier trimestre": "2026Q4",
    "Nombre de trimestres": "4",
  });
  await ariane.waitForURL(/campaigns\/[^/]+\/show/u);
  await act(ariane, "Ouvrir", { Motif: "Lancement de la campagne" });
  return ariane.url();
}

/** Sends a file, accepts what was read of it, and answers the address of the declaration. */
async function sendFile(declarant: Page, campaign: string, target: string, file: string): Promise<string> {
  await declarant.goto(`${campaign}?view=files`);
  await declarant.locator("#import-target").selectOption(target);
  await declarant.locator("#import-file").setInputFiles(data(file));
  await press(declarant, "Envoyer et prévisualiser");
  await declarant.getByText("lu, à décider").waitFor({ timeout: JOB_MS });
  await press(declarant, "Tout accepter");
  await press(declarant, "Importer un autre fichier");
  await declarant.goto(campaign);
  await declarant
    .getByRole("link", { name: /Économie/u })
    .first()
    .click();
  await declarant.waitForURL(/declarations/u);
  return declarant.url();
}

/** The validator returns it with a remark; the declarant corrects a line; it is validated. */
async function returnAndCorrect(declarant: Page, validator: Page, declaration: string): Promise<void> {
  await declarant.goto(declaration);
  await act(declarant, "Remettre au valideur");
  await validator.goto(declaration);
  await validator.locator("#submission-remark-body").fill("Le PUE manque sur la ligne A-GPU-02.");
  await press(validator, "Envoyer la remarque");
  await act(validator, "Renvoyer", { Motif: "Compléter le PUE de la salle B" });
  await declarant.goto(declaration);
  await press(declarant, "A-GPU-02");
  const dialog = declarant.getByRole("dialog");
  await dialog.getByLabel("PUE").fill("1,35");
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  await act(declarant, "Remettre au valideur");
  await validator.goto(declaration);
  await validator
    .getByRole("region", { name: /^Différences|comparées/u })
    .first()
    .waitFor();
  await act(validator, "Valider");
}

async function accept(ariane: Page, colleague: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await ariane.goto(address);
    await act(ariane, "Déclarer relue");
    await colleague.goto(address);
    await act(colleague, "Accepter");
  }
}

type Hands = Readonly<Record<"declarant" | "validator" | "ariane" | "colleague", Page>>;

async function acceptNeeds(campaign: string, { declarant, validator, ariane, colleague }: Hands): Promise<void> {
  await declarant.goto(`${campaign}?view=needs`);
  const links = declarant.locator("tbody th a");
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) {
    await declarant.goto(address);
    await act(declarant, "Remettre au valideur");
    await validator.goto(address);
    await act(validator, "Valider");
  }
  await accept(ariane, colleague, addresses);
  // "Why 4 GPUs?": each number on the way, on the need's own page.
  await ariane.locator("article.why table").first().waitFor({ timeout: JOB_MS });
}

async function consolidate(ariane: Page, colleague: Page, campaign: string): Promise<void> {
  await ariane.goto(campaign);
  await act(ariane, "Fermer", { Motif: "Fin de la campagne" });
  await ariane.goto(`${campaign}?view=consolidation`);
  await press(ariane, /^Consolider/u);
  await ariane.getByText("exact").first().waitFor({ timeout: JOB_MS });
  await colleague.goto(`${campaign}?view=consolidation`);
  await act(colleague, /^(Relire|Déclarer relue|Répondre)/u, { Motif: "Chiffres vérifiés" });
  await ariane.goto(`${campaign}?view=consolidation`);
  await act(ariane, /^Publier/u, { Motif: "Publication aux fournisseurs" });
}

async function voteRound(ariane: Page, cell: Page, consoleUrl: string): Promise<Page> {
  await ariane.goto(`${consoleUrl}/rounds`);
  await press(ariane, "Ouvrir un tour");
  const dialog = ariane.getByRole("dialog");
  await dialog.getByLabel("Intitulé").fill("Appel au clic");
  await dialog.getByLabel(/^Premier trimestre/u).fill("2026Q4");
  await dialog.getByRole("checkbox", { name: /H100/u }).first().check();
  await dialog.locator("button[type=submit]").click();
  await ariane.waitForURL(/rounds\/[^/]+\/show/u);
  const round = ariane.url();
  await press(ariane, /^Reprendre les besoins/u);
  await dialog.locator("#rounds-bring-campaign").selectOption({ label: NAME });
  await dialog.locator("#rounds-bring-consolidation option").nth(1).waitFor({ state: "attached" });
  await dialog.locator("#rounds-bring-consolidation").selectOption({ index: 1 });
  await dialog.locator("select[id^=rounds-bring-kind-]").first().waitFor();
  await dialog.getByLabel("Motif").fill("Besoins de la campagne");
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "detached" });
  await act(ariane, "Soumettre", { Motif: "Demandes complètes" });
  await act(ariane, "Examiner", { Motif: "Avis techniques attendus" });
  await cell.goto(round);
  await press(cell, "Avis");
  await act(cell, "Rendre un avis", { Texte: "Besoins chiffrés par la campagne." });
  await act(ariane, "Arbitrer", { Motif: "Les avis sont rendus" });
  await press(ariane, /^Calculer/u);
  await ariane
    .getByRole("button", { name: /^Amender/u })
    .first()
    .waitFor({ timeout: JOB_MS });
  await act(ariane, "Proposer au vote", { Motif: "Proposition après calcul" });
  await cell.goto(round);
  await act(cell, /^Voter pour/u, { Motif: "Conforme aux avis rendus" });
  await ariane.goto(round);
  await act(ariane, "Mettre en vigueur", { Motif: "Décision votée ce jour" });
  await press(ariane, "Droits");
  await ariane.getByRole("row").nth(1).waitFor();
  return ariane;
}
