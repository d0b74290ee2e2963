import type { Browser, BrowserContext, Page } from "playwright-core";
import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { contextWith, type Look } from "./console-browser.ts";
import type { Places } from "./console-places.ts";

/** People of the sample registry by the role that a scene needs. */
export const PEOPLE = {
  nobody: null,
  declarant: "camille.martin@economie.example",
  judge: "claude.petit@justice.example",
  validator: "dominique.bernard@economie.example",
  ariane: "andrea.simon@ariane.example",
  colleague: "jo.garnier@ariane.example",
  team: "lou.laurent@ariane.example",
  cell: "eden.michel@ariane.example",
  compliance: "noa.garcia@ariane.example",
  committee: "maxime.roux@recherche.example",
  auditor: "morgan.fournier@controle.example",
} as const;
export type PersonName = keyof typeof PEOPLE;

/** One page kept for many scenes of one person. */
export interface Stage {
  readonly page: Page;
  /** What was complained about since the last `show`: errors, and requests to another server. */
  readonly complaints: string[];
  readonly show: (path: string) => Promise<void>;
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** A started Socle, seen by people in a browser: each signs in once, each look of each person keeps one page. */
export class Theatre {
  private readonly cookies = new Map<string, Promise<Cookies>>();
  private readonly stages = new Map<string, Stage>();
  private readonly contexts: BrowserContext[] = [];
  private last: Stage | null = null;

  constructor(
    readonly browser: Browser,
    readonly run: RunFile,
    readonly places: Places,
  ) {}

  async stage(look: Look, person: PersonName): Promise<Stage> {
    const name = `${person} ${look.locale} ${look.theme} ${String(look.width)}`;
    const known = this.stages.get(name) ?? (await this.open(look, PEOPLE[person]));
    this.stages.set(name, known);
    this.last = known;
    return known;
  }

  /** Plays a scene; one that fails says what its page showed, and what it complained about. */
  async play(scene: (theatre: Theatre) => Promise<void>): Promise<void> {
    try {
      await scene(this);
    } catch (cause) {
      const { page, complaints } = this.last ?? {};
      const shown = (await page?.locator("main").allInnerTexts())?.join("\n").slice(0, 1_000);
      throw new Error(`at ${page?.url()}: ${complaints?.join("; ")}\n${shown}`, { cause });
    }
  }

  /** A page of this person's own, signed in. */
  async page(look: Look, email: string): Promise<Page> {
    const context = await this.context(look, email);
    const page = await context.newPage();
    await page.goto(this.run.consoleUrl);
    await page.locator("h1").first().waitFor();
    return page;
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  private async open(look: Look, email: string | null): Promise<Stage> {
    const url = this.run.consoleUrl;
    const page = await (await this.context(look, email)).newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("blob:"))
        complaints.push(`asks another server: ${request.url()}`);
    });
    return {
      page,
      complaints,
      show: async (path) => {
        complaints.length = 0;
        await page.goto(`${url}${this.places(path)}`);
        await page.locator("h1").first().waitFor();
        await settled(page);
      },
    };
  }

  private async context(look: Look, email: string | null): Promise<BrowserContext> {
    const context = await contextWith(this.browser, look);
    this.contexts.push(context);
    if (email === null) return context;
    const cookies = this.cookies.get(email) ?? this.signIn(look, email);
    this.cookies.set(email, cookies);
    await context.addCookies(await cookies);
    return context;
  }

  /** Through the console's sign-in page and the identity provider's. */
  private async signIn(look: Look, email: string): Promise<Cookies> {
    const context = await contextWith(this.browser, look);
    const page = await context.newPage();
    await page.goto(`${this.run.consoleUrl}/sign-in`);
    await page.getByRole("button", { name: /(Se connecter avec mon compte|Sign in with my)/u }).click();
    await page.locator(`button[data-email="${email}"]`).click();
    await page.waitForURL(`${this.run.consoleUrl}/**`);
    await page.locator("main h1").first().waitFor();
    const cookies = await context.cookies(this.run.consoleUrl);
    await context.close();
    return cookies;
  }
}

/** Waits until nothing is being loaded any more and nothing in the page has changed for some frames. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, 80);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 80);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        // Live pages move for ever.
        setTimeout(done, 1_500);
      }),
  );
}
