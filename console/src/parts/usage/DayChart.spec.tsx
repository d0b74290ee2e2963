import { I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { i18nProvider } from "../../i18n/i18n-provider";
import { DayChart } from "./DayChart";

describe("a chart of days", () => {
  it("says in the reader's words that nothing was used", () => {
    const series = { days: ["2026-12-01"], partial: false, groups: [] };
    const page = renderToStaticMarkup(
      <I18nContext value={i18nProvider}>
        <DayChart label="" series={series} print={String} axis={String} />
      </I18nContext>,
    );
    expect(page).toContain(i18nProvider.translate("usage.nothing"));
    expect(page).not.toContain("No data");
  });
});
