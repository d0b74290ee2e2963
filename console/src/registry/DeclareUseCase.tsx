import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useNavigate, useSearchParams } from "react-router";
import { DeclareUseCase as DeclareOperation, type DeclareUseCaseData, UseCase } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { monthPeriod, recentMonths } from "../parts/usage/usage-measures";
import { useBodyChoices } from "../parts/bodies/use-own-bodies";
import { FormFields } from "../parts/form/FormFields";
import { FormPage } from "../parts/form/FormPage";
import { useForm } from "../parts/form/use-form";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { declareSpecs, type DeclareValues, formOf, NEW_DECLARATION, toInput } from "./declare-form";

/** A ministry declares what it wants to use AI for; somebody else of the ministry will validate it. */
export function DeclareUseCase() {
  const from = useSearchParams()[0].get("from");
  return from === null ? <DeclarePage initial={NEW_DECLARATION} /> : <CorrectedDeclaration from={from} />;
}

/** Starts from what an earlier declaration says, to correct it. */
function CorrectedDeclaration({ from }: { readonly from: string }) {
  const [period] = useState(() => monthPeriod(recentMonths(new Date(), 1)[0] ?? ""));
  const query = useOperation(UseCase, { id: from, ...period });
  return (
    <QueryState query={query}>
      {({ useCase }) => <DeclarePage initial={useCase === null ? NEW_DECLARATION : formOf(useCase)} />}
    </QueryState>
  );
}

function DeclarePage({ initial }: { readonly initial: Partial<DeclareValues> }) {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const act = useAct(DeclareOperation, pick);
  const form = useForm({ specs: declareSpecs(t, useBodyChoices()), initial });
  useCrumbs([{ label: t("menu.useCases"), to: "/use-cases" }, { label: t("registry.declare.title") }]);
  const send = async (typed: DeclareValues) => {
    const done = await act.run({ input: toInput(typed) });
    if (done === null) return;
    notify(t("registry.declare.done", { name: typed.name.trim() }), { type: "success" });
    await navigate(`/use-cases/${done.id}/show`);
  };
  return (
    <>
      <PageHead title={t("registry.declare.title")} lead={t("registry.declare.lead")} />
      <div className="columns" style={{ "--aside": "360px" } as React.CSSProperties}>
        <FormPage
          form={form}
          words="registry.declare"
          act={act}
          confirm={t("registry.declare.submit")}
          onSend={send}
          away="/use-cases"
        >
          {(errors) => <FormFields form={form} words="registry.declare" errors={errors} />}
        </FormPage>
        <Section title={t("registry.declare.next")}>
          <ol className="list-plain">
            {(["validate", "qualify", "keys"] as const).map((step, index) => (
              <li key={step}>
                {index + 1}. {t(`registry.declare.step.${step}`)}
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </>
  );
}

const pick = (data: DeclareUseCaseData) => data.declareUseCase;
