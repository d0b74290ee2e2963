import type { FakePerson } from "./fake-persons";

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly language: "FR" | "EN";
}

/** A report of invented figures, with a finding, an empty table and a wide one. */
export const auditReportQuery = (person: FakePerson) => ({
  auditReport: ({ from, to, language }: Asked) =>
    person.abilities.includes("read:AuditReport")
      ? { __typename: "AuditReport", from, to, computedAt: new Date().toISOString(), tables: tablesIn(language) }
      : { __typename: "Forbidden", code: "action.forbidden", message: "", action: "read", subject: "AuditReport" },
});

function tablesIn(language: Asked["language"]) {
  const words = (fr: string, en: string): string => (language === "FR" ? fr : en);
  const count = words("Nombre", "Count");
  return [
    {
      key: "findings",
      title: words("À examiner", "To look at"),
      note: null,
      header: [words("Gravité", "Severity"), words("Constat", "Finding"), count],
      rows: [[words("à suivre", "attention"), words("Clés à renouveler", "Keys due for rotation"), 2]],
    },
    {
      key: "matrix",
      title: words("Étiquettes et groupes", "Labels and pools"),
      note: words(
        "« × » : le groupe n'accepte pas cette étiquette aujourd'hui.",
        "“×”: the pool does not accept this label today.",
      ),
      header: [words("Étiquette", "Label"), words("Requêtes", "Requests"), "Nord", "Ouest"],
      rows: [
        ["internal", 48_211, 40_020, 8191],
        ["personal", 1204, 1204, "0 ×"],
      ],
    },
    {
      key: "denials",
      title: words("Refus par règle", "Denials by rule"),
      note: null,
      header: [words("Règle", "Rule"), words("Requêtes", "Requests")],
      rows: [],
    },
  ];
}
