import { Controller, Get, Inject, NotFoundException, Param, Query, Res } from "@nestjs/common";
import type { Response } from "express";
import { systemActor } from "../../../kernel/actor.js";
import type { Clock } from "../../../kernel/clock.js";
import { printedReport } from "../../../kernel/printed-report.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { Config } from "../../../platform/config/config.js";
import { languageAsked, MEDIA, sendPage } from "../../../platform/http/send-report.js";
import { CLOCK, CONFIG, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { parisDay } from "@socle/contracts";
import { DESK_PORTS } from "../../desk.tokens.js";
import { CRPA_INVENTORY } from "../../domain/desk/registers/crpa-inventory.js";
import {
  inventoryReport,
  publishedTreatments,
  type Treatment,
} from "../../domain/desk/registers/published-inventory.js";
import { registerEntries, type RegisterPorts } from "../../use-cases/desk/registers/export-register.js";

/** Readers are anonymous: however many come, the registry is read once in this time. */
const KEPT_MS = 60_000;
const CACHE = "public, max-age=60";
const PATH = "algorithmes";

/**
 * The inventory of algorithmic treatments as whoever it concerns reads it (CRPA, article L.312-1-3): a page and a file for
 * all of them, and for each one under its own name, which does not change. Open to everybody.
 */
@Controller(PATH)
export class AlgorithmInventoryController {
  #read: { readonly at: number; readonly treatments: Promise<readonly Treatment[]> } | null = null;

  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(DESK_PORTS) private readonly ports: RegisterPorts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async page(@Res() response: Response, @Query("lang") lang: unknown): Promise<void> {
    this.send(response, await this.treatments(), `/${PATH}`, lang);
  }

  @Get("inventaire.json")
  async file(@Res() response: Response): Promise<void> {
    this.sendFile(response, await this.treatments());
  }

  @Get(":name")
  async one(@Res() response: Response, @Param("name") name: string, @Query("lang") lang: unknown): Promise<void> {
    const slug = name.replace(/\.json$/u, "");
    const found = (await this.treatments()).filter((each) => each.slug === slug);
    if (found.length === 0)
      throw new NotFoundException({ code: "export.not_found", message: "No treatment of this name is published." });
    if (slug === name) this.send(response, found, `/${PATH}/${slug}`, lang);
    else this.sendFile(response, found);
  }

  private treatments(): Promise<readonly Treatment[]> {
    const at = this.clock.now().getTime();
    if (this.#read === null || at - this.#read.at >= KEPT_MS) {
      const entries = this.runner.read(systemActor("algorithm-inventory"), (ctx) => registerEntries(this.ports, ctx));
      this.#read = { at, treatments: entries.then(publishedTreatments) };
      this.#read.treatments.catch(() => (this.#read = null));
    }
    return this.#read.treatments;
  }

  private send(response: Response, treatments: readonly Treatment[], path: string, lang: unknown): void {
    const language = languageAsked(lang);
    const other =
      language === "en"
        ? ({ language: "fr", title: "Cette page en français", href: path } as const)
        : ({ language: "en", title: "This page in English", href: `${path}?lang=en` } as const);
    const report = { ...inventoryReport(treatments, parisDay(this.clock.now()), language), other };
    sendPage(response, printedReport(report, language), CACHE);
  }

  private sendFile(response: Response, treatments: readonly Treatment[]): void {
    response.setHeader("content-type", MEDIA.json);
    response.setHeader("cache-control", CACHE);
    response.end(
      JSON.stringify({
        norme: CRPA_INVENTORY.standard,
        mis_a_jour: parisDay(this.clock.now()),
        traitements: treatments.map(({ slug, said }) => ({
          adresse: new URL(`/${PATH}/${slug}`, this.config.publicUrl).href,
          ...said,
        })),
      }),
    );
  }
}
