import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18n-provider";
import { ClientContext } from "../providers/client-context";
import type { SocleClient } from "../providers/socle-client";
import type { Sheet } from "./sheet";
import { UseCaseUsage } from "./UseCaseUsage";

const PERIOD = { from: "2026-10-31T23:00:00.000Z", to: "2026-11-30T23:00:00.000Z" };

describe("what a use case cost", () => {
  it("does not say that nothing was used before it knows", () => {
    const client = { run: () => new Promise(() => undefined) } as unknown as SocleClient;
    const usage = { requests: 421, costEuro: 2.18, kWh: 10.7, kgCO2eq: 0.47, inputTokens: 9, outputTokens: 6 };
    const page = renderToStaticMarkup(
      <ClientContext value={client}>
        <QueryClientProvider client={new QueryClient()}>
          <I18nContext value={i18nProvider}>
            <UseCaseUsage sheet={{ id: "1", name: "Visio", usage } as unknown as Sheet} period={PERIOD} />
          </I18nContext>
        </QueryClientProvider>
      </ClientContext>,
    );
    expect(page).toContain("421");
    expect(page).not.toContain(i18nProvider.translate("usage.nothing"));
  });
});
