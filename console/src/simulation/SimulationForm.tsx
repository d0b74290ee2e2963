import { useTranslate } from "react-admin";
import { useNavigate, useSearchParams } from "react-router";
import { CandidateBundles, RequestSimulation, type RequestSimulationData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormFields } from "../parts/form/FormFields";
import { FormPage } from "../parts/form/FormPage";
import { useForm } from "../parts/form/use-form";
import { PageHead } from "../parts/PageHead";
import { RuleFilesField } from "../parts/rules/RuleFilesField";
import { ruleFilesIn } from "../parts/rules/rule-files";
import { Section } from "../parts/Section";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import {
  firstDraft,
  inputOf,
  type SimulationDraft,
  type SimulationField,
  simulationSpecs,
  wrongSimulation,
} from "./simulation-draft";

const BUNDLES = 50;
const pick = (data: RequestSimulationData) => data.requestSimulation;
const SECTIONS: readonly (readonly [words: string, fields: readonly SimulationField[]])[] = [
  ["window", ["from", "to"]],
  ["candidate", ["what", "files", "digest"]],
  ["legalDay", ["day"]],
];

/** What to replay, and with which rules or on which day. */
export function SimulationForm() {
  const t = useTranslate();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const request = useAct(RequestSimulation, pick);
  const rules = [
    ["files", t("simulations.withFiles")],
    ["bundle", t("simulations.withBundle")],
    ["active", t("simulations.withActive")],
  ] as const;
  const bundles = useBundles(params.get("candidate"));
  const form = useForm<SimulationField>({
    specs: (draft) => simulationSpecs(rules, bundles, draft),
    initial: firstDraft(params, new Date()),
    wrong: wrongSimulation,
  });
  useCrumbs([{ label: t("menu.simulations"), to: "/simulations" }, { label: t("simulations.new") }]);
  const send = async (draft: SimulationDraft) => {
    const begun = await request.run({ input: inputOf(draft) });
    if (begun !== null) await navigate(`/simulations/${begun.id}/show`);
  };
  return (
    <>
      <PageHead title={t("simulations.new")} lead={t("simulations.formLead")} />
      <FormPage form={form} words="simulations" act={request} confirm={t("simulations.start")} onSend={send}>
        {(errors) =>
          SECTIONS.map(([title, fields]) => (
            <Section key={title} title={t(`simulations.${title}`)}>
              <div style={{ paddingTop: 12 }}>
                <FormFields
                  form={form}
                  words="simulations"
                  specs={form.specs.filter(({ name }) => fields.includes(name))}
                  errors={errors}
                  own={{
                    files: ({ id, value, error, onChange }) => (
                      <RuleFilesField
                        id={id}
                        files={ruleFilesIn(value)}
                        error={error}
                        onFiles={(files) => onChange(JSON.stringify(files))}
                      />
                    ),
                  }}
                />
              </div>
            </Section>
          ))
        }
      </FormPage>
    </>
  );
}

/** Bundles on record that are not in force, and the one that the address names. */
function useBundles(asked: string | null): Pick<FieldSpec, "choices" | "hint"> {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(CandidateBundles, { first: BUNDLES });
  const known = (query.data?.policyBundles.edges ?? [])
    .map(({ node }) => node)
    .filter(({ active }) => !active)
    .map(({ digest, keptAt, ruleCount }) => {
      const at = keptAt === null ? "" : format.dateTime(keptAt);
      return [digest, t("simulations.bundle", { digest: digest.slice(0, 12), at, rules: ruleCount })] as const;
    });
  const listed = asked === null || known.some(([digest]) => digest === asked);
  const choices = listed ? known : [[asked, asked.slice(0, 12)] as const, ...known];
  return { choices, ...(choices.length === 0 ? { hint: t("simulations.noBundle") } : {}) };
}
