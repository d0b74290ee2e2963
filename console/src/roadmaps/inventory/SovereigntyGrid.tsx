import { useTranslate } from "react-admin";
import type { SovereigntyObjective } from "../../generated/operations";
import { FieldError } from "../../parts/Field";
import { MARKS } from "./dependency-form";
import { OBJECTIVES, wrongObjectives, type TypedScore, type TypedScores } from "./sovereignty-form";

interface Props {
  readonly scores: TypedScores;
  readonly tried: boolean;
  readonly onChange: (scores: TypedScores) => void;
}

/** The eight objectives of the European framework: points obtained, points there are, assurance level. */
export function SovereigntyGrid({ scores, tried, onChange }: Props) {
  const t = useTranslate();
  const wrong = tried ? wrongObjectives(scores) : [];
  const caption = t("roadmaps.score.assessment");
  return (
    <details className="field" open={wrong.length > 0 || OBJECTIVES.some((one) => scores[one].points !== "")}>
      <summary className="strong small">{caption}</summary>
      <p className="hint">{t("roadmaps.score.assessmentHint")}</p>
      {wrong.map((objective) => (
        <FieldError
          key={objective}
          id={`sov-${objective}`}
          error={t("roadmaps.score.wrong", { objective: t(`sovereigntyObjective.${objective}`) })}
        />
      ))}
      <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="table compact fits">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("roadmaps.score.objective")}</th>
              <th scope="col" className="num">
                {t("roadmaps.score.points")}
              </th>
              <th scope="col" className="num">
                {t("roadmaps.score.of")}
              </th>
              <th scope="col" className="num">
                SEAL
              </th>
            </tr>
          </thead>
          <tbody>
            {OBJECTIVES.map((objective) => (
              <ObjectiveRow
                key={objective}
                objective={objective}
                score={scores[objective]}
                invalid={wrong.includes(objective)}
                onChange={(score) => onChange({ ...scores, [objective]: score })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface RowProps {
  readonly objective: SovereigntyObjective;
  readonly score: TypedScore;
  readonly invalid: boolean;
  readonly onChange: (score: TypedScore) => void;
}

function ObjectiveRow({ objective, score, invalid, onChange }: RowProps) {
  const t = useTranslate();
  const name = t(`sovereigntyObjective.${objective}`);
  const figure = (field: "points" | "maxPoints", label: string) => (
    <td className="num">
      <input
        className="input"
        inputMode="decimal"
        size={4}
        aria-label={`${name}, ${label}`}
        aria-invalid={invalid || undefined}
        style={{ textAlign: "right" }}
        value={score[field]}
        onChange={(event) => onChange({ ...score, [field]: event.target.value })}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      {figure("points", t("roadmaps.score.points"))}
      {figure("maxPoints", t("roadmaps.score.of"))}
      <td className="num">
        <select
          className="input"
          aria-label={`${name}, SEAL`}
          value={score.seal}
          onChange={(event) => onChange({ ...score, seal: event.target.value })}
        >
          <option value="">–</option>
          {MARKS.map((mark) => (
            <option key={mark}>{mark}</option>
          ))}
        </select>
      </td>
    </tr>
  );
}
