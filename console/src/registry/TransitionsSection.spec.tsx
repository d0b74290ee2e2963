import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18n-provider";
import { ClientContext } from "../providers/client-context";
import type { SocleClient } from "../providers/socle-client";
import type { Sheet } from "./sheet";
import { TransitionsSection } from "./TransitionsSection";

type Transition = Sheet["transitions"][number];
const move = (to: Transition["to"], reasonCode: string | null): Transition => ({
  ...{ to, allowed: reasonCode === null, reason: null, reasonCode, conditions: [] },
});
const ROLE = "role.missing";
const WORDS = `${i18nProvider.translate("code.role_missing")}.`;

/** How often a page with these moves writes that the reader's role does not allow them. */
function written(...transitions: readonly Transition[]): number {
  const client = { run: () => new Promise(() => undefined) } as unknown as SocleClient;
  const sheet = { id: "1", name: "Courriers", version: 1, transitions } as unknown as Sheet;
  const page = renderToStaticMarkup(
    <ClientContext value={client}>
      <QueryClientProvider client={new QueryClient()}>
        <I18nContext value={i18nProvider}>
          <MemoryRouter>
            <TransitionsSection sheet={sheet} />
          </MemoryRouter>
        </I18nContext>
      </QueryClientProvider>
    </ClientContext>,
  );
  return page.split(`<p class="small ink2" style="padding-top:8px">${WORDS}`).length - 1;
}

describe("why somebody may not move a use case on", () => {
  it("is said once when it is the same of every move", () => {
    expect(written(move("QUALIFIED", ROLE), move("REFUSED", ROLE), move("MERGED", ROLE))).toBe(1);
  });
  it("is said of each move that it keeps back when others may be made", () => {
    expect(written(move("QUALIFIED", null), move("REFUSED", ROLE), move("MERGED", ROLE))).toBe(2);
  });
});
