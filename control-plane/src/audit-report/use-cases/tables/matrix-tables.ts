import { inLanguage, tableOf, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import { forbiddenCells, type ForbiddenCell, type LabelMatrix } from "../../domain/label-matrix.js";

/** Labels in rows, pools in columns; an empty cell is a zero that nothing forbids. */
export function matrixTable({ labels, pools, cells }: LabelMatrix, language: ReportLanguage): ReportTable {
  const words = (text: string): string => inLanguage(text, language);
  const found = new Map(cells.map((cell) => [`${cell.label ?? ""} ${cell.poolId}`, cell.requests]));
  return {
    key: "matrix",
    title: words("Étiquettes et groupes | Labels and pools"),
    note: words(
      "Requêtes par étiquette et par groupe qui les a reçues ; une requête compte pour chacune de ses étiquettes. « × » : le groupe n'accepte pas cette étiquette aujourd'hui. | Requests by label and by the pool that was given them; a request counts for each of its labels. “×”: the pool does not accept this label today.",
    ),
    header: [
      words("Étiquette | Label"),
      words("Requêtes | Requests"),
      words("dont refusées | of which refused"),
      ...pools.map(({ name }) => name),
    ],
    rows: labels.map(({ label, requests, refused }) => [
      label ?? words("sans étiquette | without a label"),
      requests,
      refused,
      ...pools.map(({ id, accepts }) => {
        const given = found.get(`${label ?? ""} ${id}`) ?? 0;
        return label === null || accepts.includes(label) ? given : `${String(given)} ×`;
      }),
    ]),
  };
}

export const forbiddenTable = (matrix: LabelMatrix, language: ReportLanguage): ReportTable =>
  tableOf(language)<ForbiddenCell>(
    "forbidden",
    "Cases qui doivent être vides | Cells that must be empty",
    "Zéro sur le total de l'étiquette est la preuve. Une case non vide est un manquement, ou un groupe qui a cessé d'accepter l'étiquette depuis. | Zero out of the label's total is the proof. A cell that is not empty is a breach, or a pool that stopped to accept the label since.",
    forbiddenCells(matrix),
    [
      ["Étiquette | Label", ({ label }) => label],
      ["Groupe | Pool", ({ pool }) => pool.name],
      ["Requêtes | Requests", ({ requests }) => requests],
      ["sur | out of", ({ of }) => of],
    ],
  );
