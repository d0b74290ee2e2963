import type { useTranslate } from "react-admin";
import type { Format } from "../../i18n/format";
import { codeKey } from "../../providers/refusal";
import { stillToDo } from "./still-to-do";
import type { Task } from "./task-groups";

/** Where the dictionary has the codes that tasks of a kind carry. */
const CODES: Readonly<Partial<Record<string, string>>> = {
  "question.answer": "questionTopic",
  "doctrine.publish": "questionTopic",
  "review.condition": "reviewOpinion",
  "incident.notify": "incidentKind",
  "incident.inform_provider": "incidentKind",
  "incident.confirm": "incidentKind",
  "incident.close": "incidentKind",
  "assessment.conclude": "assessment.kind",
  "assessment.redo": "assessment.kind",
  "membership.confirm": "role",
  "membership.confirm_end": "role",
  "emergency.confirm": "role",
  "emergency.lasts": "role",
  "emergency.review": "role",
};

/** What a task adds to its title, in words. */
export function taskDetail(
  { kind, detail }: Pick<Task, "kind" | "detail">,
  t: ReturnType<typeof useTranslate>,
  format: Format,
): string {
  if (detail === null) return "";
  if (kind === "campaign.answer") return stillToDo(detail, t, format);
  if (kind === "alarm.look") return t(`condition.${codeKey(detail)}`, { _: detail });
  const words = CODES[kind];
  return words === undefined ? detail : t(`${words}.${detail.toUpperCase()}`, { _: detail });
}
