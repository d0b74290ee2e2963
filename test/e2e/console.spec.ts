import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchBrowser, sidewaysScroll, takePicture, violations } from "./console-browser.ts";
import { buildFakeConsole, type FakeConsole, serveFakeConsole } from "./console-fake-server.ts";
import { LOOKS, scenesFor, wide } from "./console-scenes.ts";
import { openStage, type Stage, still } from "./console-stage.ts";

describe.skipIf(!hasChromium)("console over its own data", () => {
  let browser: Browser;
  let served: FakeConsole;

  beforeAll(async () => {
    await buildFakeConsole();
    served = await serveFakeConsole();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  describe.each(LOOKS)("$locale $theme at $width", (look) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(browser, look, served.url);
    });
    afterAll(() => stage?.close());

    it.each(scenesFor(look))("$name: no violation, no sideways scroll, no complaint", async (scene) => {
      const { page, complaints } = stage;
      await stage.show(scene.path, scene.as);
      await scene.act?.(page);
      if (scene.act !== undefined) await still(page);
      await takePicture(page, `${scene.name}-${look.locale}-${look.theme}-${look.width}`);
      expect(await violations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
    });
  });

  describe("what people do", () => {
    let french: Stage;
    let english: Stage;
    beforeAll(async () => {
      french = await openStage(browser, wide("fr", "light"), served.url);
      english = await openStage(browser, wide("en", "light"), served.url);
    });
    afterAll(async () => {
      await french?.close();
      await english?.close();
    });

    it("lets the keyboard alone suspend a use case, and says what is wrong on the way", async () => {
      const { page } = french;
      await french.show("/", "compliance");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("courriers");
      await page.getByRole("option", { name: "Réponse aux courriers" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /Réponse aux courriers/u }).waitFor();
      const suspend = page.getByRole("button", { name: "Suspendre", exact: true });
      await suspend.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByText("arrêtent partout en moins de cinq secondes").waitFor();
      const reason = dialog.getByLabel("Motif");
      await reason.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await dialog.getByText("Indiquez un motif d’au moins 3 caractères").waitFor();
      await reason.focus();
      await page.keyboard.type("Plainte d’un usager");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Reprendre", exact: true }).waitFor();
      expect(await page.locator("h1 .tag").first().textContent()).toBe("Suspendu");
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
      expect(focused).toBe("Reprendre");
    });

    it("shows an issued key once, and never again", async () => {
      const { page } = french;
      await french.show("/use-cases/uc-2/show", "validator");
      await page
        .getByRole("button", { name: /^Délivrer une clé/u })
        .first()
        .click();
      await page.getByRole("button", { name: "Délivrer la clé", exact: true }).click();
      const secret = await page.locator(".secret code").textContent();
      expect(secret).toMatch(/^sk-socle-/u);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "J’ai copié la clé" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await page.content()).not.toContain(secret ?? "");
    });

    it("explains a refusal by its code in the reader's language", async () => {
      const { page } = english;
      await english.show("/pools/nord/show", "ariane");
      await page.getByRole("button", { name: "Grant a right" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Holder").selectOption({ label: "Ministère de la Culture" });
      await dialog.getByLabel("Right", { exact: true }).fill("60");
      await dialog.getByLabel("Reason", { exact: true }).fill("Crisis cell");
      await dialog.getByRole("button", { name: "Grant a right" }).click();
      await dialog.getByText("This right exceeds what can be granted").waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it("records a piece from the condition that lacks it, and the condition is met", async () => {
      const { page } = french;
      await french.show("/use-cases/uc-1/show", "declarant");
      await page.getByText("0 sur 1 prêts").waitFor();
      await page.getByRole("button", { name: "Verser la pièce (Évaluation)" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Référence").fill("https://data.example/evaluation");
      await dialog.getByRole("button", { name: "Verser la pièce" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText("1 sur 1 prêts").waitFor();
      await page.getByRole("button", { name: "Pièces du dossier" }).click();
      await page.getByRole("link", { name: "https://data.example/evaluation" }).waitFor();
    });

    it("starts a corrected declaration from what was declared", async () => {
      const { page } = french;
      await french.show("/use-cases/create?from=uc-2", "declarant");
      expect(await page.getByLabel("Nom", { exact: true }).inputValue()).toBe("Réponse aux courriers");
      expect(await page.getByLabel("personnelles", { exact: true }).isChecked()).toBe(true);
    });

    it("refuses to ARIANE its own budget, and sets that of a ministry", async () => {
      const { page } = english;
      const set = async (row: RegExp, amount: string): Promise<void> => {
        await page.getByRole("button", { name: row }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel("Ceiling").fill(amount);
        await dialog.getByLabel("Reason", { exact: true }).fill("Decision of 24 November");
        await dialog.getByRole("button", { name: "Set a budget" }).click();
      };
      await english.show("/organisations/mtravail/show", "ariane");
      await set(/^Change \(État, Euros\)/u, "300000");
      await page.getByRole("dialog").getByText("Nobody grants to the organisation they belong to").waitFor();
      expect(await violations(page)).toEqual([]);
      await takePicture(page, "budget-refused-en-light-1440");
      await page.keyboard.press("Escape");
      await set(/^Change \(Travail, Euros\)/u, "30,000.50");
      await page.getByRole("dialog").getByText("Give an amount").waitFor();
      await page.getByRole("dialog").getByLabel("Ceiling").fill("30000.50");
      await page.getByRole("dialog").getByRole("button", { name: "Set a budget" }).click();
      await page.getByRole("cell", { name: "€30,000.50" }).waitFor();
      await page.getByRole("cell", { name: "€11,502.00" }).waitFor();
    });

    it("narrows requests to a use case and one of its applications, in the address", async () => {
      const { page } = french;
      await french.show("/requests", "compliance");
      await page
        .locator(".filters")
        .getByLabel(/^Cas d’usage/u)
        .selectOption({ label: "Réponse aux courriers" });
      await page
        .locator(".filters")
        .getByLabel(/^Application/u)
        .selectOption({ label: "reponse-recette" });
      await page.waitForURL(/application=app-uc-2-1/u);
      await expect
        .poll(async () => new Set(await page.locator(".request-list .meta .mono").allTextContents()))
        .toEqual(new Set(["reponse-recette"]));
      await page
        .locator(".filters")
        .getByLabel(/^Organisation/u)
        .selectOption({ label: "Culture" });
      await page.getByText("Aucun résultat pour « Organisation »").waitFor();
      expect(new URL(page.url()).search).toBe("?organisation=mculture");
    });

    it("keeps what was typed when somebody else amended the declaration first", async () => {
      const { page } = french;
      await french.show("/use-cases/uc-1", "declarant");
      await page.locator("#dossier-goal").fill("Rendre ce temps au conseil, et le mesurer.");
      await page.locator("#dossier-team").fill("Pôle conseil");
      await page.locator("#dossier-reason").fill("Précision du but");
      await page.evaluate(() => sessionStorage.setItem("socle.fake.rival", "yes"));
      await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
      const conflict = page.locator(".conflict");
      await conflict.getByRole("cell", { name: "Rendre ce temps au conseil et au suivi." }).waitFor();
      expect(await violations(page)).toEqual([]);
      await conflict.getByRole("button", { name: /^Reprendre sur la version/u }).click();
      expect(await page.locator("#dossier-agents").inputValue()).toBe("700");
      expect(await page.locator("#dossier-goal").inputValue()).toBe("Rendre ce temps au conseil, et le mesurer.");
      await page.getByRole("button", { name: "Enregistrer la nouvelle version" }).click();
      await page.getByText("Pôle conseil").waitFor();
    });

    it("opens an approval once what it asks for is met", async () => {
      const { page } = english;
      await english.show("/models/analyse-70b/show", "ariane");
      const approve = page.getByRole("button", { name: "Approve", exact: true });
      expect(await approve.getAttribute("aria-disabled")).toBe("true");
      await page.getByRole("button", { name: "Look into it", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(/^Evaluation/u).selectOption({ label: "passed" });
      await dialog.getByLabel(/^Training on requests/u).selectOption({ label: "never" });
      await dialog.getByLabel(/^SHA-256 digest/u).fill("abc");
      await dialog.getByRole("button", { name: "Look into it" }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("models-sha256");
      await dialog.getByLabel(/^SHA-256 digest/u).fill("a".repeat(64));
      await dialog.getByRole("button", { name: "Look into it" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText("6 of 6 ready").waitFor();
      await approve.click();
      await dialog.getByLabel("Reason", { exact: true }).fill("Asked for");
      await dialog.getByRole("button", { name: "Approve" }).click();
      await page.getByRole("button", { name: "Announce its end" }).waitFor();
    });

    it("lets the keyboard alone find a model by one of its roles", async () => {
      const { page } = french;
      await french.show("/", "auditor");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("assistant redaction");
      await page.getByRole("option", { name: "redaction-24b, assistant, redaction" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /^redaction-24b/u }).waitFor();
    });

    it("says who moves when weights change, and exports it", async () => {
      const { page } = french;
      await french.show("/selection", "auditor");
      await page.getByRole("button", { name: "Ce que les poids changent" }).click();
      await page.getByRole("cell", { name: "gagne 1 rang" }).first().waitFor();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Exporter (CSV)" }).click();
      expect((await downloading).suggestedFilename()).toBe("selection-v1-v2.csv");
    });

    it("says why a button cannot be pressed", async () => {
      const { page } = english;
      await english.show("/use-cases/uc-2/show", "validator");
      const suspend = page.getByRole("button", { name: "Suspend", exact: true });
      expect(await suspend.getAttribute("aria-disabled")).toBe("true");
      const reason = await suspend.getAttribute("aria-describedby");
      expect(await page.locator(`[id="${reason}"]`).textContent()).toBe(
        "Only the compliance cell suspends a use case.",
      );
    });

    it("sends people who are not signed in to the sign-in page", async () => {
      const { page } = french;
      await french.show("/pools", "");
      await page.waitForURL(/\/sign-in/u);
    });

    it("exports the very figures of the table", async () => {
      const { page } = french;
      await french.show("/usage", "auditor");
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Exporter (CSV)" }).click();
      const stream = await (await downloading).createReadStream();
      let text = "";
      for await (const chunk of stream) text += String(chunk);
      const lines = text.trim().split("\r\n");
      expect(lines[0]).toContain("name;requests;refused;inputTokens");
      expect(lines).toHaveLength(8);
    });
  });
});
