/** The desk: public registers and the explicit mention. */
export const registers = {
  register: {
    published: "Published page",
    entries: "%{smart_count} use case stands in it. |||| %{smart_count} use cases stand in it.",
    lacks: "lacks: |||| lacks:",
    note: {
      TO_BE_SCREENED: "is to be screened under the AI Act: class, area and role disagree or are missing.",
      SECURE_SECTION: "is entered in the section that is not public (article 49(4)): this file says nothing of it.",
      NATIONAL_REGISTER: "is entered at national level (article 49(5)): this file says nothing of it.",
      NOT_REGISTERED: "has no known entry in the database of the Union yet.",
    },
    name: {
      ANNEX_VIII_C: "Database of the Union (annex VIII, section C)",
      ANNEX_VIII_B: "Database of the Union (annex VIII, section B)",
      CRPA_INVENTORY: "Inventory of algorithmic treatments (CRPA)",
      ALGORITHM_REGISTER: "Algoritmeregister (Netherlands)",
      ATRS: "ATRS (United Kingdom)",
    },
    standard: {
      ANNEX_VIII_C: "Regulation (EU) 2024/1689, annex VIII, section C",
      ANNEX_VIII_B: "Regulation (EU) 2024/1689, annex VIII, section B",
      CRPA_INVENTORY: "CRPA, articles L. 312-1-3 and R. 311-3-1-2",
      ALGORITHM_REGISTER: "Algoritmeregister 1.0",
      ATRS: "Algorithmic Transparency Recording Standard (ATRS) 4.0",
    },
    about: {
      ANNEX_VIII_C: "High-risk systems that a public body deploys.",
      ANNEX_VIII_B:
        "Systems of annex III that their provider, a public body, holds not to be high-risk (article 6(3)).",
      CRPA_INVENTORY: "Treatments that individual decisions rest on.",
      ALGORITHM_REGISTER:
        "Use cases whose publication category is declared. The register takes Dutch alone: texts are translated before they are handed in.",
      ATRS: "Published use cases that bear on a decision about a person, or that users meet. Texts are translated into English before they are handed in.",
    },
  },
  mention: {
    title: "Explicit mention (CRPA, L. 311-3-1)",
    copy: "Copy the mention",
    missing: "The record lacks:",
    onRequest: "To tell on request",
    field: {
      goal: "the purpose",
      legalBasis: "the legal basis",
      rulesUrl: "the address of the rules",
      contactEmail: "the contact",
      dataSources: "data and their sources",
      parameters: "parameters and their weight",
      operations: "operations carried out",
    },
  },
};
