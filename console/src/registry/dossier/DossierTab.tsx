import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { Section } from "../../parts/Section";
import { StateWord } from "../../parts/Tag";
import { useAbility } from "../../providers/use-person";
import type { Sheet } from "../sheet";
import { valuesOf } from "./amend-form";
import { Completeness } from "./Completeness";
import { AMEND_SPECS, SECTIONS } from "./dossier-fields";
import { wordsOf } from "./field-words";

const ENDED = ["RETIRED", "REFUSED", "MERGED"];

/** All that was declared, section by section; what is expected and missing says so. */
export function DossierTab({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const values = valuesOf(sheet);
  const missing = sheet.completeness.missing.map(({ field }) => field);
  return (
    <div className="stack">
      <Completeness sheet={sheet} aside={<AmendButton sheet={sheet} />} />
      {SECTIONS.map((section) => {
        const shown = AMEND_SPECS.filter((spec) => spec.section === section)
          .map((spec) => ({ spec, words: wordsOf(t, format, spec, values[spec.name]) }))
          .filter(({ spec, words }) => words !== null || missing.includes(spec.name));
        return shown.length === 0 ? null : (
          <Section key={section} title={t(`dossier.section.${section}`)}>
            <dl className="pairs left wide">
              {shown.map(({ spec, words }) => (
                <div key={spec.name} style={{ display: "contents" }}>
                  <dt>{t(`dossier.field.${spec.name}`)}</dt>
                  <dd>{words ?? <StateWord state="waiting">{t("dossier.expected")}</StateWord>}</dd>
                </div>
              ))}
            </dl>
          </Section>
        );
      })}
    </div>
  );
}

/** Leads to the form; whoever may not write, and what does not change any more, says so. */
function AmendButton({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const may = useAbility("update", "UseCase");
  const whyNot = !may ? t("dossier.notYou") : ENDED.includes(sheet.state) ? t("dossier.ended") : undefined;
  if (whyNot !== undefined)
    return (
      <ExplainedButton size="small" variant="outlined" disabledReason={whyNot}>
        {t("dossier.amend")}
      </ExplainedButton>
    );
  return (
    <Button size="small" variant="outlined" component={Link} to={`/use-cases/${sheet.id}`}>
      {t("dossier.amend")}
    </Button>
  );
}
