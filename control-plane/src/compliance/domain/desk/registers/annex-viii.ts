import type { RegisterFormat } from "./register-format.js";

const RUNNING: readonly string[] = ["deployed", "generalised", "suspended"];

/** AI Act, annex VIII section C: what public deployers of high-risk systems enter under article 49(3). */
export const ANNEX_VIII_C: RegisterFormat = {
  id: "annex_viii_c",
  title: "AI Act, annexe VIII section C",
  standard: "Regulation (EU) 2024/1689, annex VIII C",
  words: { yes: "yes", no: "no" },
  codes: {},
  columns: [
    { name: "system", from: "name", required: true },
    { name: "deployer", from: "organisation", required: true },
    { name: "deployer_contact", from: "contactEmail", required: true },
    { name: "submitter", from: "submitter", required: true },
    { name: "provider_entry_url", from: "providerEntryUrl", required: true },
    { name: "fria_summary", from: "friaSummary", required: true },
    { name: "dpia_summary", from: "dpiaSummary" },
  ],
  holds: ({ aiActClass, state }) => aiActClass === "high" && RUNNING.includes(state),
};
