import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { ConsoleSession } from "../load/console-session.ts";
import { takePicture, violations } from "./console-browser.ts";
import { campaignByClicks } from "./console-live-campaign.ts";
import { analysesConcluded, dossierPrepared } from "./console-live-dossier.ts";
import { CLOSING_RULE, ruleBySecondSignature } from "./console-live-policies.ts";
import {
  evaluatedAndRanked,
  modelFromWishToEnd,
  productionKey,
  shadowToolAnswered,
  twoPeopleAmend,
} from "./console-live-portfolio.ts";
import { auditorByCountersignature, erasureByTwo, roleLentInAnEmergency } from "./console-live-roles.ts";
import { desk, FRENCH } from "./console-pages.ts";
import type { Theatre } from "./console-stage.ts";

/** Acts of several people that go through the whole of Socle, in an order in which later ones use what earlier ones made. */
export function liveActs(theatre: () => Theatre): void {
  const url = (): string => theatre().run.consoleUrl;
  /** Page of the use case that the acts declare. */
  let declared: string;

  const call = (application: number, model?: string): Promise<Response> => {
    const sample = theatre().run.keys[application]!;
    return callWith(sample.key, model ?? sample.model);
  };
  const callWith = (key: string, model: string): Promise<Response> =>
    fetch(`${theatre().run.inferenceUrl}/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ model, messages: [{ role: "user", content: "Bonjour" }], max_tokens: 16 }),
    });
  const signIn = (role: string): Promise<Page> =>
    signInAs(theatre().run.users.find((user) => user.role === role)?.email ?? "");
  const signInAs = (email: string): Promise<Page> => theatre().page(FRENCH, email);

  it("suspends a use case, and its key stops within five seconds", async () => {
    expect((await call(0)).status).toBe(200);
    const page = await signIn("compliance");
    await page.goto(`${url()}/use-cases?q=L%27Assistant`);
    await page.getByRole("link", { name: "L'Assistant", exact: true }).first().click();
    await page.getByRole("button", { name: "Suspendre", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Motif").fill("Essai de suspension");
    await dialog.getByRole("button", { name: /^Suspendre et arrêter/u }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => (await call(0)).status, { timeout: 5_000, interval: 250 }).toBe(403);
    expect(await page.locator("h1 .tag").first().textContent()).toBe("Suspendu");
    await takePicture(page, "live-suspended");
  });

  it("explains the refusal, and whoever may lifts it", async () => {
    const page = await signIn("compliance");
    await expect
      .poll(
        async () => {
          await page.goto(`${url()}/requests?outcome=refused&code=use_case.suspended`);
          await page.locator("h1").first().waitFor();
          return page
            .locator(".why .verdict h2")
            .textContent({ timeout: 2_000 })
            .catch(() => "");
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toMatch(/le cas d’usage est suspendu/u);
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-why");
    await page.locator(".verdict a").first().click();
    await page.getByRole("button", { name: "Reprendre", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Motif").fill("Fin de l’essai");
    await dialog.getByRole("button", { name: /^Reprendre et rouvrir/u }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(async () => (await call(0)).status, { timeout: 5_000, interval: 250 }).toBe(200);
  });

  it("puts on the desk what an application tells of an incident, once", async () => {
    const { inferenceUrl, keys } = theatre().run;
    const tell = async (): Promise<readonly [number, string]> => {
      const answer = await fetch(`${inferenceUrl}/v1/incidents`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${keys[0]!.key}`,
          "content-type": "application/json",
          "idempotency-key": "incident-0001",
        },
        body: JSON.stringify({
          title: "Réponses hors sujet après une mise à jour",
          description: "Les résumés citent d'autres dossiers.",
          harms: ["fundamental_rights"],
        }),
      });
      return [answer.status, ((await answer.json()) as { id: string }).id];
    };
    const first = await tell();
    expect(first[0]).toBe(201);
    expect(await tell()).toEqual(first);
    const page = await signIn("compliance");
    await page.goto(`${url()}${desk("incidents")}?open=${first[1]}`);
    await page
      .getByText(/^Réponses hors sujet/u)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-incident");
  });

  it("shows a live pool whose account is right", async () => {
    const page = await signIn("ariane_operator");
    await page.goto(`${url()}/pools`);
    await page.getByRole("link", { name: /H100/u }).first().click();
    await page.locator(".account").waitFor();
    const figures = await page.locator(".account dd").allTextContents();
    const [physical, allocated, reserve, within, borrowed, free] = figures.map((text) =>
      Number(text.replaceAll(/\s/gu, "").replace(",", ".")),
    );
    expect((allocated ?? 0) + (reserve ?? 0)).toBeCloseTo(physical ?? 0, 0);
    expect((within ?? 0) + (borrowed ?? 0) + (free ?? 0)).toBeCloseTo(physical ?? 0, 0);
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-pool");
  });

  it("reads the usage that the calls made, the same in the table and in the sums", async () => {
    const page = await signIn("auditor");
    await expect
      .poll(
        async () => {
          await page.goto(`${url()}/usage`);
          await page.locator("h1").first().waitFor();
          return page
            .locator("tfoot td")
            .first()
            .textContent({ timeout: 3_000 })
            .catch(() => "");
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toMatch(/\d/u);
    await page.getByText("Le compte tombe juste").waitFor();
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-usage");
  });

  it("takes a use case from idea to deployed by the acts of three people, and its key is answered", async () => {
    const [declarant, validator, cell] = [
      await signIn("declarant"),
      await signIn("validator"),
      await signIn("ai_cell"),
    ];
    await declarant.goto(`${url()}/use-cases/create`);
    await declarant.getByLabel("Nom", { exact: true }).fill("Résumé de comptes rendus");
    await declarant.getByLabel("Description").fill("Résumer des comptes rendus, relus par un agent.");
    const organisation = declarant.locator("#registry-declare-organisationId");
    await organisation.locator("option").nth(1).waitFor({ state: "attached" });
    await organisation.selectOption({ index: 1 });
    await declarant.getByLabel("personnelles", { exact: true }).check();
    await declarant.getByLabel("Rôle dans la décision").selectOption("ASSIST");
    await declarant.getByLabel("Décisions individuelles").selectOption("no");
    await declarant.getByLabel("Effet sur les agents").selectOption("AUGMENTATION");
    await declarant.getByLabel("Adresse du responsable").fill("responsable@economie.example");
    await declarant.getByLabel("Référence au registre des traitements").fill("RT-2026-118");
    await declarant.getByLabel("Contrôle humain").fill("Chaque résumé est relu et corrigé par un agent.");
    await declarant.getByRole("button", { name: "Déposer la déclaration" }).click();
    await declarant.getByRole("heading", { level: 1, name: /^Résumé de comptes rendus/u }).waitFor();
    const address = declarant.url();

    const id = /use-cases\/([^/]+)\/show/u.exec(address)?.[1] ?? "";
    await dossierPrepared(theatre().run, id);

    /** The declarant brings a piece, and it stands once the validator has confirmed it. */
    const bring = async (piece: string): Promise<void> => {
      await declarant.goto(address);
      await declarant.getByRole("button", { name: "Pièces du dossier" }).click();
      await declarant
        .getByRole("button", { name: `Apporter la pièce (${piece})` })
        .last()
        .click();
      const dialog = declarant.getByRole("dialog");
      await dialog.getByLabel("Référence").fill("Dossier 2026-118");
      await dialog.getByRole("button", { name: "Apporter la pièce" }).click();
      await dialog.waitFor({ state: "detached" });
      await validator.goto(address);
      await validator.getByRole("heading", { name: "Ce qui attend une seconde personne" }).waitFor();
      await validator.getByRole("button", { name: "Confirmer", exact: true }).click();
      const confirming = validator.getByRole("dialog");
      await confirming.getByLabel("Motif").fill("Pièce lue");
      await confirming.getByRole("button", { name: "Confirmer", exact: true }).click();
      await confirming.waitFor({ state: "detached" });
    };
    const move = async (page: Page, state: string): Promise<void> => {
      await page.goto(address);
      await page.getByRole("button", { name: `Passer à « ${state} »` }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Motif").fill("Dossier complet");
      await dialog.getByRole("button", { name: `Passer à « ${state} »` }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await move(validator, "Qualifié");
    await move(cell, "Incubation");
    await analysesConcluded(theatre().run, id);
    await move(validator, "Expérimentation");
    await cell.goto(address);
    await cell.getByText("À verser par le déclarant").first().waitFor();
    await bring("Dispense d’évaluation");
    await move(cell, "Évalué");
    await bring("Plan de formation");
    expect(await violations(validator)).toEqual([]);
    await move(validator, "Déployé");
    expect(await validator.locator("h1 .tag").first().textContent()).toBe("Déployé");

    await validator.getByRole("button", { name: "Enregistrer une application" }).first().click();
    const dialog = validator.getByRole("dialog");
    await dialog.getByLabel("Application").fill("resume-prod");
    await dialog.getByLabel("Milieu").selectOption({ label: "Production" });
    await dialog.getByRole("button", { name: "Enregistrer une application" }).click();
    await dialog.waitFor({ state: "detached" });
    const key = await productionKey(
      { declarant, validator, ariane: await signIn("ariane_operator") },
      address,
      "resume-prod",
    );
    await expect
      .poll(async () => (await callWith(key, theatre().run.keys[0]!.model)).status, { timeout: 5_000 })
      .toBe(200);
    declared = address;
  });

  it("takes a model from a ministry's wish to an announced end, and tells whoever calls it", () =>
    modelFromWishToEnd(signIn, url(), declared));

  it("shows to whoever amends second what the first wrote", () => twoPeopleAmend(signIn, declared));

  it("evaluates, marks and ranks a use case by the acts of two people", () =>
    evaluatedAndRanked(signIn, url(), declared));

  it("answers a declared tool with a use case of the common base", () => shadowToolAnswered(signIn, url()));

  it("takes a campaign from its opening to rights in force, by the clicks of five people", async () => {
    const page = await campaignByClicks(signInAs, url());
    expect(await page.locator("h1 .tag").first().textContent()).toBe("en vigueur");
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-round");
  }, 240_000);

  it("gives the role of an auditor by a proposal and a countersignature", () =>
    auditorByCountersignature(signInAs, url()));

  it("lends a role in an emergency, ends it and reviews it, by four people", () =>
    roleLentInAnEmergency(signInAs, url()));

  it("erases what opens an act of governance by two of the cell", async () => {
    const auditor = await ConsoleSession.as(theatre().run, "auditor");
    const acts = await auditor.ask<{ governanceEvents: { edges: { node: { id: string } }[] } }>(
      "{ governanceEvents(first: 50) { edges { node { id } } } }",
    );
    await erasureByTwo(signInAs, url(), acts.governanceEvents.edges.at(-1)?.node.id ?? "");
  });

  it("never lets an auditor act", async () => {
    const page = await signIn("auditor");
    await page.goto(`${url()}/use-cases`);
    await page.locator("tbody th a").first().click();
    const suspend = page.getByRole("button", { name: "Suspendre", exact: true });
    expect(await suspend.getAttribute("aria-disabled")).toBe("true");
  });

  it("puts a rule in force by a second signature, enforces it, and counts its refusals for an auditor", async () => {
    expect((await call(1)).status).toBe(200);
    const page = await ruleBySecondSignature(signInAs, url());
    await expect.poll(async () => (await call(1)).status, { timeout: 5_000, interval: 250 }).toBe(403);
    await expect
      .poll(
        async () => {
          await page.goto(`${url()}/audit`);
          await page.getByRole("heading", { name: "Refus par règle" }).waitFor();
          return page.getByText(`${CLOSING_RULE}@1`).count();
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toBe(1);
    expect(await violations(page)).toEqual([]);
    await takePicture(page, "live-audit");
  }, 120_000);
}
