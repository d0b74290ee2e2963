import type { RegisterEntry } from "./register-entry.js";
import type { RegisterColumn, RegisterFormat, RegisterNote } from "./register-format.js";

/** Entered before it is put into service or used (article 49), and for as long as it may resume. */
const ENTERED: readonly string[] = ["evaluated", "deployed", "generalised", "suspended"];
/** What is tried is screened, and entered before it goes further. */
const SCREENED: readonly string[] = ["experiment", ...ENTERED];
const NOT_HIGH: readonly unknown[] = ["limited", "minimal"];

/** Areas of annex III that never stand in the public section, and where they are entered instead. */
const ELSEWHERE: Readonly<Record<string, RegisterNote>> = {
  biometrics: "secure_section",
  law_enforcement: "secure_section",
  migration: "secure_section",
  critical_infrastructure: "national_register",
};

/** Claims that article 6(3) takes it out of the high-risk systems. */
const isExcepted = ({ aiActClass, article63 }: RegisterEntry): boolean => article63 !== null && aiActClass !== "high";
const isHigh = ({ aiActClass, annexIii }: RegisterEntry): boolean => aiActClass === "high" && annexIii !== null;
/** The exception stands where nobody is profiled, and that is declared. */
const isDoubtful = ({ aiActClass, aiActRole, annexIii, profiling }: RegisterEntry): boolean =>
  aiActClass === null || aiActRole === null || annexIii === null || profiling !== false;
const isOfProvider = ({ aiActClass, aiActRole }: RegisterEntry): boolean =>
  NOT_HIGH.includes(aiActClass) && aiActRole === "provider";

/** What is still to be done, or where else it is done; `null` for a system whose entry is known. */
function obstacle({ annexIii }: RegisterEntry, url: string | null): RegisterNote | null {
  return ELSEWHERE[annexIii ?? ""] ?? (url === null ? "not_registered" : null);
}

/** Who submits for the body, by function. */
const SUBMITTER: readonly RegisterColumn[] = [
  { name: "submitter_name", from: "responsibleRole", required: true },
  { name: "submitter_address", from: "postalAddress", required: true },
  { name: "submitter_contact", from: "contactEmail", required: true },
];

/**
 * AI Act, annex VIII section C: what public deployers of high-risk systems enter under article 49(3). Class and area are
 * both declared before it is known where a system is entered; what is doubtful is screened, never published.
 */
export const ANNEX_VIII_C: RegisterFormat = {
  id: "annex_viii_c",
  title: "AI Act, annexe VIII section C",
  standard: "Regulation (EU) 2024/1689, annex VIII C",
  codes: {},
  columns: [
    // Not of section C: what the row is of.
    { name: "system", from: "name", required: true },
    { name: "deployer_name", from: "organisation", required: true },
    { name: "deployer_address", from: "postalAddress", required: true },
    { name: "deployer_contact", from: "contactEmail", required: true },
    ...SUBMITTER,
    { name: "provider_entry_url", from: "providerEntryUrl", required: true },
    { name: "fria_summary", from: "friaSummary", required: true },
    { name: "dpia_summary", from: "dpiaSummary" },
  ],
  holds: (entry) => ENTERED.includes(entry.state) && isHigh(entry) && ELSEWHERE[entry.annexIii ?? ""] === undefined,
  noteOf: (entry) => {
    const { state, aiActClass, annexIii } = entry;
    if (isExcepted(entry) || !SCREENED.includes(state)) return null;
    if (isHigh(entry)) return obstacle(entry, entry.deployerEntryUrl);
    return aiActClass === "high" || (annexIii !== null && aiActClass !== "prohibited") ? "to_be_screened" : null;
  },
};

/** The same annex, section B: what a provider enters under article 49(2) of a system that article 6(3) excepts. */
export const ANNEX_VIII_B: RegisterFormat = {
  id: "annex_viii_b",
  title: "AI Act, annexe VIII section B",
  standard: "Regulation (EU) 2024/1689, annex VIII B",
  codes: {
    condition: {
      narrow_procedural_task: "6(3)(a) narrow procedural task",
      improves_completed_activity: "6(3)(b) improves a completed human activity",
      detects_patterns: "6(3)(c) detects patterns of decisions",
      preparatory_task: "6(3)(d) preparatory task",
    },
    status: {
      evaluated: "not yet in service",
      deployed: "in service",
      generalised: "in service",
      suspended: "no longer in service",
    },
  },
  columns: [
    { name: "provider_name", from: "organisation", required: true },
    { name: "provider_address", from: "postalAddress", required: true },
    { name: "provider_contact", from: "contactEmail", required: true },
    ...SUBMITTER,
    { name: "trade_name", from: "name", required: true },
    { name: "reference", from: "slug", required: true },
    { name: "intended_purpose", from: "goal", required: true },
    { name: "article_6_3_condition", from: "article63", as: "code", codes: "condition", required: true },
    { name: "article_6_3_grounds", from: "article63Reason", required: true },
    { name: "status", from: "state", as: "code", codes: "status", required: true },
    { name: "member_states", from: "memberStates", as: "list", required: true },
  ],
  holds: (entry) =>
    ENTERED.includes(entry.state) &&
    isExcepted(entry) &&
    !isDoubtful(entry) &&
    isOfProvider(entry) &&
    ELSEWHERE[entry.annexIii ?? ""] === undefined,
  noteOf: (entry) => {
    if (!isExcepted(entry) || !SCREENED.includes(entry.state) || entry.aiActClass === "prohibited") return null;
    if (isDoubtful(entry)) return "to_be_screened";
    return isOfProvider(entry) ? obstacle(entry, entry.providerEntryUrl) : null;
  },
};
