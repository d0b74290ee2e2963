import { useTranslate } from "react-admin";
import type { RoadmapSheet } from "../roadmap-states";
import { useFormParts } from "../use-form-parts";
import { ACTION_TYPES, RISKS, type ActionField, type ActionForm } from "./action-form";
import { MilestoneFields } from "./MilestoneFields";

interface Props {
  readonly sheet: RoadmapSheet;
  /** The action that is corrected: it does not come after itself. */
  readonly self: string | null;
  readonly form: ActionForm;
  readonly wrong: readonly ActionField[];
  readonly onChange: (part: Partial<ActionForm>) => void;
}

/** What, by whom, when, for how much, after what. */
export function ActionFields({ sheet, self, form, wrong, onChange }: Props) {
  const t = useTranslate();
  const { text, figure, choice } = useFormParts({ words: "roadmaps.action", form, wrong, onChange });
  const words = (values: readonly string[], key: string) => values.map((one) => [one, t(`${key}.${one}`)] as const);
  const others = sheet.content.actions.filter(({ id }) => id !== self);
  return (
    <div>
      {choice(
        "dependencyId",
        sheet.content.dependencies.map(({ id, product }) => [id, product]),
      )}
      {text("title")}
      <div className="two-fields">
        {choice("type", words(ACTION_TYPES, "roadmapActionType"))}
        {text("owner")}
        {text("start", { type: "date" })}
        {text("end", { type: "date" })}
        {figure("oneOffCostEuros", "€")}
        {figure("runDeltaEuros", "€")}
        {form.type === "INSOURCE" ? figure("internalCostEuros", "€") : null}
        {figure("usersTotal")}
        {choice("risk", words(RISKS, "roadmapRisk"))}
      </div>
      {text("source")}
      {others.length === 0 ? null : (
        <fieldset className="field">
          <legend>{t("roadmaps.actionField.after")}</legend>
          {others.map(({ id, title }) => (
            <label key={id} className="option">
              <input
                type="checkbox"
                checked={form.after.includes(id)}
                onChange={(event) =>
                  onChange({
                    after: event.target.checked ? [...form.after, id] : form.after.filter((one) => one !== id),
                  })
                }
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <MilestoneFields
        milestones={form.milestones}
        wrong={wrong.includes("milestones")}
        onChange={(milestones) => onChange({ milestones })}
      />
    </div>
  );
}
