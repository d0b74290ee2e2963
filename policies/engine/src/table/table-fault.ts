/** What is wrong with one cell, or one row, of a decision table. */
export interface TableFault {
  /** From 1, the heading's included. */
  readonly row: number;
  /** From 0; `null` for the row as a whole. */
  readonly column: number | null;
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

const WORDS = {
  heading_unknown: ["Colonne inconnue.", "No such column."],
  heading_missing: ["Une colonne obligatoire manque : ", "A column that is needed is missing: "],
  no_rule: ["Le fichier ne contient aucune règle.", "The file holds no rule."],
  row_kind: ["Attendu : rule, or, text ou test.", "Expected: rule, or, text or test."],
  row_first: ["Une règle commence par une ligne « rule ».", "A rule begins with a row of kind rule."],
  missing: ["Cette cellule ne peut pas rester vide.", "This cell cannot be left empty."],
  number: ["Attendu : un nombre entier au-dessus de 0.", "Expected: a whole number above 0."],
  condition: ["Condition illisible pour ce fait ; attendu : ", "No condition that this fact can meet; expected: "],
  value: ["Valeur illisible pour ce fait ; attendu : ", "No value of this fact; expected: "],
  outcome: ["Attendu : fires ou silent.", "Expected: fires or silent."],
  cel_and_cells: [
    "Une règle a soit une expression CEL, soit des conditions dans les cellules.",
    "A rule has either a CEL expression or conditions in cells.",
  ],
  no_condition: ["La règle n'a aucune condition.", "The rule has no condition."],
  duplicate: ["Une autre règle porte cet identifiant.", "Another rule has this id."],
  cell: ["Cellule illisible (formule, erreur ou fusion).", "The cell cannot be read (formula, error or merged)."],
  refused: ["Le moteur refuse la règle : ", "The engine refuses the rule: "],
} as const;

export const tableFault = (
  row: number,
  column: number | null,
  code: keyof typeof WORDS,
  what = "",
  whatEn = what,
): TableFault => ({
  ...{ row, column, code: `table.${code}` },
  ...{ fr: `${WORDS[code][0]}${what}`, en: `${WORDS[code][1]}${whatEn}` },
});
