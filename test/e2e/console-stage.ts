import type { Browser, Page } from "playwright-core";
import { contextWith, type Look } from "./console-browser.ts";

const NOW = new Date("2026-11-24T14:32:14+01:00");

/** One page kept for many scenes: each is a new load, over new data. */
export interface Stage {
  readonly page: Page;
  /** What the present scene complained about: errors, and requests to another server. */
  readonly complaints: string[];
  /** Opens the path as that person; nobody is signed in as `""`. */
  show(path: string, person: string): Promise<void>;
  close(): Promise<void>;
}

/** A page in this look whose clock is held still. */
export async function openStage(browser: Browser, look: Look, url: string): Promise<Stage> {
  const context = await contextWith(browser, look);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) {
      complaints.push(`asks another server: ${request.url()}`);
    }
  });
  await page.clock.setFixedTime(NOW);
  // Any address of the origin gives access to its storage.
  await page.goto(`${url}/socle.svg`);
  return {
    page,
    complaints,
    async show(path, person) {
      await page.evaluate((id) => {
        sessionStorage.clear();
        if (id !== "") sessionStorage.setItem("socle.fake.person", id);
      }, person);
      complaints.length = 0;
      await page.goto(`${url}${path}`);
      await page.locator("h1").first().waitFor();
      await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
      await page.evaluate(() => document.fonts.ready);
      await still(page);
    },
    close: () => context.close(),
  };
}

/** Waits until nothing in the page has changed for some frames: longer than the fake takes to answer. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 60);
        });
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, 60);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
