import { inLanguage, tableOf, type ReportLanguage, type ReportTable } from "../../../kernel/report-table.js";
import type { EmergencyLine } from "../../domain/audit-report.js";

/** Who was lent a role in an emergency, why, by whom, what was done meanwhile, and what the cell found of it. */
export const emergencyTable = (emergencies: readonly EmergencyLine[], language: ReportLanguage): ReportTable =>
  tableOf(language)<EmergencyLine>(
    "emergencies",
    "Accès d'urgence | Emergency accesses",
    "Actes inscrits au journal pendant que le rôle était prêté ; un accès plus ancien reste ici tant que la conformité ne l'a pas revu. | Acts in the journal while the role was lent; an older access stays here until the compliance cell has reviewed it.",
    emergencies,
    [
      ["Du | From", ({ from }) => from.toISOString()],
      ["Au | To", ({ to }) => to.toISOString()],
      ["Personne | Person", ({ holder }) => holder],
      ["Rôle | Role", ({ role }) => role],
      ["Organisation | Organisation", ({ organisation }) => organisation],
      ["Motif | Reason", ({ reason }) => reason],
      ["Prêté par | Lent by", ({ lentBy }) => lentBy],
      ["Actes | Acts", ({ acts }) => acts.map(({ act, count }) => `${act} × ${String(count)}`).join(", ")],
      ["Revue | Review", ({ finding }) => finding ?? inLanguage("à revoir | to be reviewed", language)],
    ],
  );
