import { QUANTITY_NAMES } from "@socle/contracts";
import { expect } from "vitest";
import { takePicture, violations } from "./console-browser.ts";
import { ENGLISH, FRENCH } from "./console-pages.ts";
import { settled, type Theatre } from "./console-stage.ts";

/** What people do with the console, each by its name: on the sample registry, in the reader's language. */
export const JOURNEYS: Readonly<Record<string, (theatre: Theatre) => Promise<void>>> = {
  "the keyboard alone suspends a use case and resumes it, and hears what is wrong on the way": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "compliance");
    await show("/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("langage clair");
    await page
      .getByRole("option", { name: /Langage Clair/u })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /Langage Clair/u }).waitFor();
    const suspend = page.getByRole("button", { name: "Suspendre", exact: true });
    await suspend.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/s’arrête(nt)? partout en moins de cinq secondes/u).waitFor();
    const reason = dialog.getByLabel("Motif");
    const sendByKeys = async () => {
      await reason.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    };
    await sendByKeys();
    await dialog.getByText("Indiquez un motif d’au moins 3 caractères").waitFor();
    await reason.focus();
    await page.keyboard.type("Plainte d’un usager");
    await sendByKeys();
    await dialog.waitFor({ state: "detached" });
    const resume = page.getByRole("button", { name: "Reprendre", exact: true });
    await resume.waitFor();
    expect(await page.locator("h1 .tag").first().textContent()).toBe("Suspendu");
    expect(await page.evaluate(() => document.activeElement?.textContent ?? "")).toBe("Reprendre");
    await page.keyboard.press("Enter");
    await reason.focus();
    await page.keyboard.type("Fin de l’essai");
    await sendByKeys();
    await dialog.waitFor({ state: "detached" });
    await suspend.waitFor();
  },

  "a refusal is explained by its code, in the reader's language": async (theatre) => {
    const { page, show } = await theatre.stage(ENGLISH, "ariane");
    await show("/pools/{pools:h100}/show");
    await page.getByRole("button", { name: "Grant a right" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Holder").selectOption({ label: "Ministère de la Culture" });
    await dialog.getByLabel("Right", { exact: true }).fill("600");
    await dialog.getByLabel("Reason", { exact: true }).fill("Crisis cell");
    await dialog.getByRole("button", { name: "Grant a right" }).click();
    await dialog.getByText("This right exceeds what can be granted").waitFor();
    expect(await violations(page)).toEqual([]);
  },

  "a form that is refused puts the keyboard where it is wrong, also in a grid and in rows": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "compliance");
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);
    const dialog = page.getByRole("dialog");
    await show("/compliance/reviews/show");
    await page.getByRole("button", { name: "Donner un avis" }).click();
    await dialog.locator("button[type=submit]").click();
    await expect.poll(focused).toBe("review-useCaseId");
    await dialog.locator("#review-useCaseId").selectOption({ index: 1 });
    await dialog.locator("#review-opinion").selectOption("WITH_RESERVES");
    await dialog.locator("#review-summary").fill("Des réserves.");
    await dialog.getByRole("button", { name: "Ajouter une ligne" }).click();
    await dialog.locator("#review-conditions-0-text").fill("Une consultation du personnel");
    await dialog.locator("button[type=submit]").click();
    await expect.poll(focused).toBe("review-conditions-0-dueOn");
    const author = await theatre.stage(FRENCH, "declarant");
    await author.show("/roadmaps/{roadmaps:economie}/show");
    await author.page.getByRole("button", { name: "Trajectoire", exact: true }).click();
    await author.page.getByRole("button", { name: "Écrire la trajectoire" }).click();
    const cells = author.page.getByRole("dialog").locator("table input");
    await cells.nth(1).fill("beaucoup");
    const wrong = await cells.nth(1).getAttribute("aria-label");
    await author.page.getByRole("dialog").locator("button[type=submit]").click();
    await expect.poll(() => author.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(wrong);
  },

  "ARIANE is refused its own budget, and sets that of a ministry": async (theatre) => {
    const { page, show } = await theatre.stage(ENGLISH, "ariane");
    const set = async (button: RegExp, amount: string): Promise<void> => {
      await page.getByRole("button", { name: button }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Ceiling").fill(amount);
      await dialog.getByLabel("Reason", { exact: true }).fill("Decision of 24 November");
      await dialog.locator("button[type=submit]").click();
    };
    await show("/organisations/{organisations:ariane}/show");
    await set(/^Set a budget/u, "300000");
    await page.getByRole("dialog").getByText("Nobody grants to the organisation they belong to").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await show("/organisations/{organisations:economie}/show");
    await set(/^Change \(.*(Économie|MEF).*, Euros\)/u, "30,000.50");
    await page.getByRole("dialog").getByText("Give an amount").waitFor();
    await page.getByRole("dialog").getByLabel("Ceiling").fill("36000.50");
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.getByRole("cell", { name: "€36,000.50" }).first().waitFor();
  },

  "requests are narrowed to a use case and one of its applications, in the address": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "compliance");
    await show("/requests");
    const filters = page.locator(".filters");
    // The sample's requests end with yesterday: by night and after a week-end, its last 24 hours hold few.
    await filters.getByLabel(/^Période/u).selectOption({ label: "31 derniers jours" });
    await filters.getByLabel(/^Cas d’usage/u).selectOption({ label: "Langage Clair" });
    await filters.getByLabel(/^Application/u).selectOption({ index: 1 });
    await page.waitForURL(/application=/u);
    await expect
      .poll(async () => new Set(await page.locator(".request-list .meta .mono").allTextContents()))
      .toEqual(new Set(["Langage Clair, production"]));
    await filters.getByLabel(/^Organisation/u).selectOption({ label: "Ministère de la Culture" });
    await page.getByText("Aucun résultat pour « Organisation »").waitFor();
    expect([...new URL(page.url()).searchParams.keys()].toSorted()).toEqual(["organisation", "period"]);
  },

  "a corrected declaration starts from what was declared": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "declarant");
    await show("/use-cases/create?from={useCases:analyse-offres}");
    expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Analyse des offres de marchés publics");
    expect(await page.getByLabel("internes", { exact: true }).isChecked()).toBe(true);
  },

  "the keyboard alone finds a model by one of its roles": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "auditor");
    await show("/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("assistant redaction");
    await page
      .getByRole("option", { name: /mistral-small-3\.2-24b/u })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^mistral-small-3\.2-24b/u }).waitFor();
  },

  "who moves when weights change is said, and exported": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "auditor");
    await show("/selection");
    await page.getByRole("button", { name: "Ce que les poids changent" }).click();
    await page
      .getByRole("cell", { name: /(gagne|perd) \d+ rang/u })
      .first()
      .waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exporter (CSV)" }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^selection-v1-v2\.csv$/u);
  },

  "a button that may not be pressed says why": async (theatre) => {
    const { page, show } = await theatre.stage(ENGLISH, "validator");
    await show("/use-cases/{useCases:analyse-offres}/show");
    const suspend = page.getByRole("button", { name: "Suspend", exact: true });
    expect(await suspend.getAttribute("aria-disabled")).toBe("true");
    const reason = await suspend.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${String(reason)}"]`).textContent()).toBe(
      "Only the compliance cell suspends a use case.",
    );
  },

  "whoever is not signed in comes to the sign-in page": async (theatre) => {
    const { page } = await theatre.stage(FRENCH, "nobody");
    await page.goto(`${theatre.run.consoleUrl}/pools`);
    await page.waitForURL(/\/sign-in/u);
  },

  "the table's very figures are exported": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "auditor");
    await show("/usage");
    const rows = page.locator("main tbody tr");
    const shown = await rows.count();
    const [name = ""] = await rows.first().locator("th").allTextContents();
    const [requests = ""] = await rows.first().locator("td").allTextContents();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exporter (CSV)" }).click();
    let text = "";
    for await (const chunk of await (await downloading).createReadStream()) text += String(chunk);
    const [header = "", ...lines] = text.trimEnd().split("\r\n");
    expect(header).toBe(`\uFEFFname;${QUANTITY_NAMES.filter((each) => header.includes(each)).join(";")}`);
    expect(header).toContain("requests;refused;");
    expect(header).toContain("inputTokens;cachedInputTokens;outputTokens");
    expect(lines).toHaveLength(shown);
    expect(lines).toContainEqual(expect.stringContaining(`${name.trim()};${requests.replaceAll(/\D/gu, "")};`));
  },

  "an unreachable control plane leaves the figures, with their time, and a way to try again": async (theatre) => {
    const { page, show } = await theatre.stage(FRENCH, "ariane");
    await show("/pools/{pools:h100}/show");
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    await page.getByRole("alert").first().waitFor();
    await page.locator(".account").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "pool-stale");
    await page.locator('.side a[href="/use-cases"]').click();
    await page.getByRole("heading", { level: 1, name: "Cas d’usage" }).waitFor();
    await page.getByRole("alert").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "use-cases-error");
    await page.unroute("**/graphql");
    await page.getByRole("alert").first().getByRole("button").click();
    await page.locator("tbody tr").first().waitFor();
  },

  "a slow answer shows that it is awaited, to eyes and to screen readers": async (theatre) => {
    const { page, show } = await theatre.stage(ENGLISH, "auditor");
    await show("/pools");
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/graphql", async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('.side a[href="/use-cases"]').click();
    await page.locator('main [aria-busy="true"] .skeleton').first().waitFor();
    await page.locator('main [aria-busy="true"] [role=status]').first().waitFor({ state: "attached" });
    release();
    await page.locator("tbody tr").first().waitFor();
    await page.unroute("**/graphql");
    await settled(page);
  },
};
