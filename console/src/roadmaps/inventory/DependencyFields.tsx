import { useTranslate } from "react-admin";
import { useFormParts } from "../use-form-parts";
import {
  CRITICALITIES,
  DEPLOYMENTS,
  DOMAINS,
  MARKS,
  SOURCES,
  TARGETS,
  type DependencyField,
  type DependencyForm,
} from "./dependency-form";
import { SovereigntyGrid } from "./SovereigntyGrid";

const LABELS = ["public", "internal", "personal", "special_category", "health", "secret_pro", "sren31", "dr"] as const;

interface Props {
  readonly form: DependencyForm;
  readonly wrong: readonly DependencyField[];
  readonly tried: boolean;
  readonly onChange: (part: Partial<DependencyForm>) => void;
}

/** The fields of one line of the inventory: what it is, what holds one to it, how it is judged, what is aimed at. */
export function DependencyFields({ form, wrong, tried, onChange }: Props) {
  const t = useTranslate();
  const { text, figure, area, choice, check } = useFormParts({ words: "roadmaps.dependency", form, wrong, onChange });
  const words = (values: readonly string[], key: string) => values.map((one) => [one, t(`${key}.${one}`)] as const);
  const marks = [["", t("roadmaps.unscored")] as const, ...MARKS.map((mark) => [mark, mark] as const)];
  const heading = (part: string) => <h3 className="form-part">{t(`roadmaps.part.${part}`)}</h3>;
  return (
    <div>
      {heading("product")}
      <div className="two-fields">
        {text("product")}
        {text("vendor")}
        {choice("domain", words(DOMAINS, "dependencyDomain"))}
        {text("vendorCountry")}
        {choice("deployment", words(DEPLOYMENTS, "dependencyDeployment"))}
        {choice("criticality", words(CRITICALITIES, "dependencyCriticality"))}
      </div>
      {check("essential")}
      {check("aiGrowth")}
      <LabelChoice chosen={form.labels} onChange={(labels) => onChange({ labels })} />
      {heading("contract")}
      <div className="two-fields">
        {figure("annualCostEuros", "€")}
        {text("contractReference")}
        {text("renewalDate", { type: "date" })}
        {text("noticeDate", { type: "date" })}
        {figure("licences")}
        {figure("users")}
      </div>
      {text("source")}
      {area("lockIn")}
      {area("substitutes")}
      {heading("score")}
      <div className="two-fields">
        {choice("immunity", marks)}
        {choice("substitutability", marks)}
        {choice("control", marks)}
      </div>
      <SovereigntyGrid scores={form.sovereignty} tried={tried} onChange={(sovereignty) => onChange({ sovereignty })} />
      {heading("target")}
      <div className="two-fields">
        {choice("target", [["", t("roadmaps.noTarget")], ...words(TARGETS, "dependencyTarget")])}
        {text("targetDate", { type: "date" })}
        {text("targetProduct")}
        {choice("replacementSource", [["", t("roadmaps.unsaid")], ...words(SOURCES, "replacementSource")])}
        {choice("targetSeal", [["", t("roadmaps.unsaid")], ...MARKS.map((mark) => [mark, `SEAL ${mark}`] as const)])}
      </div>
    </div>
  );
}

interface LabelProps {
  readonly chosen: readonly string[];
  readonly onChange: (labels: readonly string[]) => void;
}

function LabelChoice({ chosen, onChange }: LabelProps) {
  const t = useTranslate();
  return (
    <fieldset className="field">
      <legend>{t("roadmaps.labels")}</legend>
      <div className="options-grid">
        {LABELS.map((label) => (
          <label key={label} className="option">
            <input
              type="checkbox"
              checked={chosen.includes(label)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, label] : chosen.filter((one) => one !== label))
              }
            />
            {t(`label.${label}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
