import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchBrowser } from "./console-browser.ts";
import { ENGLISH, FRENCH } from "./console-pages.ts";
import { foreignWords } from "./console-words.ts";

describe.skipIf(!hasChromium)("words that no page may show", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  const found = async (html: string, look = FRENCH): Promise<readonly string[]> => {
    await page.setContent(`<main>${html}</main>`);
    return foreignWords(page, look);
  };

  it.each([
    "other_serious",
    "2026-12-01T18:38:39Z",
    "NaN tokens",
    "journal.empty",
    "Pieces on file",
    "Part of the data",
  ])("finds “%s” in a French page", async (text) => {
    expect(await found(`<p>Visio</p><p>${text}</p>`)).toEqual([text]);
  });

  it("finds French in an English page", async () => {
    expect(await found("<p>Pièces du dossier</p>", ENGLISH)).toEqual(["Pièces du dossier"]);
  });

  it("leaves names as they are written elsewhere, and what both languages say", async () => {
    const names = '<code>other_serious</code><p class="mono">pool.none_eligible</p><p lang="en">Part of the data</p>';
    expect(await found(`${names}<p>Budgets</p><p>Résumé des réunions</p>`)).toEqual([]);
  });
});
