import { Button } from "@mui/material";
import { Plus, Trash2 } from "lucide-react";
import { useTranslate } from "react-admin";
import type { MilestoneInput } from "../../generated/operations";
import { FieldError } from "../../parts/Field";

type Milestone = Required<MilestoneInput>;

interface Props {
  readonly milestones: readonly Milestone[];
  readonly wrong: boolean;
  readonly onChange: (milestones: readonly Milestone[]) => void;
}

/** Milestones of an action: what, by when, reached or not. */
export function MilestoneFields({ milestones, wrong, onChange }: Props) {
  const t = useTranslate();
  const put = (index: number, part: Partial<Milestone>) =>
    onChange(milestones.map((one, place) => (place === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="field">
      <legend>{t("roadmaps.actionField.milestones")}</legend>
      <FieldError id="milestones" error={wrong ? t("roadmaps.actionError.milestones") : undefined} />
      {milestones.map((one, index) => {
        const named = (what: string) => t(`roadmaps.milestone.${what}`, { number: index + 1 });
        return (
          <div key={index} className="milestone">
            <input
              className="input"
              aria-label={named("title")}
              value={one.title}
              onChange={(event) => put(index, { title: event.target.value })}
            />
            <input
              className="input"
              type="date"
              aria-label={named("due")}
              value={one.due}
              onChange={(event) => put(index, { due: event.target.value })}
            />
            <label className="option">
              <input
                type="checkbox"
                aria-label={named("reached")}
                checked={one.reached}
                onChange={(event) => put(index, { reached: event.target.checked })}
              />
              {t("roadmaps.reached")}
            </label>
            <button
              type="button"
              className="icon-button"
              aria-label={named("remove")}
              onClick={() => onChange(milestones.filter((_, place) => place !== index))}
            >
              <Trash2 className="icon" aria-hidden="true" />
            </button>
          </div>
        );
      })}
      <Button size="small" onClick={() => onChange([...milestones, { title: "", due: "", reached: false }])}>
        <Plus className="icon" aria-hidden="true" />
        {t("roadmaps.add.milestone")}
      </Button>
    </fieldset>
  );
}
