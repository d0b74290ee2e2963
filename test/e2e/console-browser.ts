import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const PICTURES = fileURLToPath(new URL("./pictures/", import.meta.url));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "RGAAv4", "best-practice"];

export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) {
  console.warn(
    `Browser tests are skipped: no Chromium at ${CHROMIUM}. Install it (apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM });

export interface Look {
  readonly locale: "fr" | "en";
  readonly theme: "light" | "dark";
  readonly width: number;
  readonly height: number;
}

/** A context whose console opens in this language, theme and size; a reload keeps them. */
export async function contextWith(browser: Browser, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    reducedMotion: "reduce",
    timezoneId: "Europe/Paris",
  });
  await context.addInitScript(({ locale, theme }) => {
    localStorage.setItem("RaStoreSocle.version", "1");
    localStorage.setItem("RaStoreSocle.locale", JSON.stringify(locale));
    localStorage.setItem("RaStoreSocle.theme", JSON.stringify(theme));
  }, look);
  return context;
}

export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true, animations: "disabled" });
}

/** Rules that the page breaks, each with the first element that does; empty is right. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    // What is right is not described: that took as long as finding what is wrong.
    const inPage = globalThis as unknown as { readonly axe: typeof axe };
    const found = await inPage.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
  }, TAGS);
}

/** Width by which the page scrolls sideways; 0 is right. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
