import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LocalSocle } from "../../scheduler/bench/local-socle.ts";
import { hasChromium, launchBrowser, type Look, sidewaysScroll, takePicture, violations } from "./console-browser.ts";
import { JOURNEYS } from "./console-journeys.ts";
import { liveActs } from "./console-live.ts";
import { type ConsolePage, ENGLISH, FRENCH, PAGES, PHONE, SMALL_PHONE } from "./console-pages.ts";
import { placesIn } from "./console-places.ts";
import { settled, type Stage, Theatre } from "./console-stage.ts";
import { STATES } from "./console-states.ts";
import { foreignWords } from "./console-words.ts";

describe.skipIf(!hasChromium)("the console on the sample registry", () => {
  let socle: LocalSocle;
  let browser: Browser;
  let theatre: Theatre;

  beforeAll(async () => {
    [socle, browser] = await Promise.all([LocalSocle.start(null), launchBrowser()]);
    theatre = new Theatre(browser, socle.run, await placesIn(socle.run));
  });
  afterAll(async () => {
    await theatre?.close();
    await browser?.close();
    await socle?.stop();
  });

  /** Opens a page in a look and answers its stage, once nothing was complained about and nothing scrolls sideways. */
  async function looked(look: Look, { name, path, as: person, act }: ConsolePage): Promise<Stage> {
    const stage = await theatre.stage(look, person);
    await stage.show(path);
    await act?.(stage.page);
    if (act !== undefined) await settled(stage.page);
    await takePicture(stage.page, `${name}-${look.locale}-${look.theme}-${String(look.width)}`);
    expect(await sidewaysScroll(stage.page)).toBe(0);
    expect(stage.complaints).toEqual([]);
    return stage;
  }

  describe("a walk through all pages, in French by day and in English by night", () => {
    it.each(PAGES)("$name: shows the product in words of its language, breaks no rule of accessibility", (page) =>
      inEach([FRENCH, ENGLISH], async (look) => {
        const stage = await looked(look, page);
        expect(await violations(stage.page)).toEqual([]);
        expect(await silentlyEmpty(stage)).toEqual([]);
        expect(await foreignWords(stage.page, look)).toEqual([]);
      }),
    );
  });

  describe("states of pages", () => {
    it.each(STATES.map((state, place) => ({ state, look: place % 2 === 0 ? FRENCH : ENGLISH })))(
      "$state.name, $look.locale: breaks no rule of accessibility",
      async ({ state, look }) => {
        const { page } = await looked(look, state);
        expect(await violations(page)).toEqual([]);
      },
    );
  });

  describe("dense pages on phones, wide and small", () => {
    it.each(PAGES.filter(({ dense }) => dense))("$name does not scroll sideways", (page) =>
      inEach([PHONE, SMALL_PHONE], async (look) => {
        await looked(look, page);
      }),
    );
  });

  it("opens its menu on a phone", async () => {
    const { page, show } = await theatre.stage(PHONE, "ariane");
    await show("/pools");
    await page.getByRole("button", { name: "Ouvrir le menu" }).click();
    await page.locator(".side.drawer").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  describe("what people do", () => {
    it.each(Object.entries(JOURNEYS))("%s", (_, journey) => theatre.play(journey));
  });

  describe("acts that go through the whole of Socle", () => liveActs(() => theatre));
});

/** Both looks at once: each has a page of its own, and a page waits far more than it works. */
async function inEach(looks: readonly Look[], scene: (look: Look) => Promise<void>): Promise<void> {
  await Promise.all(looks.map(scene));
}

const CONTENT = "main :is(tbody tr, dl, form, article, figure, li)";

/** What a page says that holds nothing but an empty part, and no word of what to do or of what will be there. */
async function silentlyEmpty({ page }: Stage): Promise<readonly string[]> {
  if ((await page.locator(CONTENT).count()) > 0) return [];
  return page
    .locator("main .empty")
    .evaluateAll((parts) =>
      parts.filter((part) => part.children.length < 2).map((part) => part.textContent?.trim() ?? ""),
    );
}
