import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { Link, useNavigate, useSearchParams } from "react-router";
import { DeclareUseCase as DeclareOperation, type DeclareUseCaseData, UseCase } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { monthPeriod, recentMonths } from "../parts/usage/usage-measures";
import { ErrorSummary } from "../parts/ErrorSummary";
import { PageHead } from "../parts/PageHead";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { DeclareFields } from "./DeclareFields";
import { type DeclareForm, EMPTY_FORM, formOf, toInput, wrongFields } from "./declare-form";

/** A ministry declares what it wants to use AI for; somebody else of the ministry will validate it. */
export function DeclareUseCase() {
  const from = useSearchParams()[0].get("from");
  return from === null ? <DeclarePage initial={EMPTY_FORM} /> : <CorrectedDeclaration from={from} />;
}

/** Starts from what an earlier declaration says, to correct it. */
function CorrectedDeclaration({ from }: { readonly from: string }) {
  const [period] = useState(() => monthPeriod(recentMonths(new Date(), 1)[0] ?? ""));
  const query = useOperation(UseCase, { id: from, ...period });
  return (
    <QueryState query={query}>
      {({ useCase }) => <DeclarePage initial={useCase === null ? EMPTY_FORM : formOf(useCase)} />}
    </QueryState>
  );
}

function DeclarePage({ initial }: { readonly initial: DeclareForm }) {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const act = useAct(DeclareOperation, pick);
  const [form, setForm] = useState<DeclareForm>(initial);
  const [attempt, setAttempt] = useState(0);
  const wrong = attempt === 0 ? [] : wrongFields(form);
  useCrumbs([{ label: t("menu.useCases"), to: "/use-cases" }, { label: t("registry.declare.title") }]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (wrongFields(form).length > 0 || act.running) return;
    const done = await act.run({ input: toInput(form) });
    if (done === null) return;
    notify(t("registry.declare.done", { name: form.name.trim() }), { type: "success" });
    await navigate(`/use-cases/${done.id}/show`);
  };
  return (
    <>
      <PageHead title={t("registry.declare.title")} lead={t("registry.declare.lead")} />
      <div className="columns" style={{ "--aside": "360px" } as React.CSSProperties}>
        <form className="form" noValidate onSubmit={(event) => void submit(event)}>
          <ErrorSummary
            attempt={attempt}
            issues={wrong.map((field) => ({ field, message: t(`registry.declare.error.${field}`) }))}
          />
          <DeclareFields form={form} wrong={wrong} onChange={(change) => setForm({ ...form, ...change })} />
          <RefusalNote refusal={act.refusal} failure={act.failure} />
          <div className="form-bar">
            <Button type="submit" variant="contained" aria-disabled={act.running}>
              {act.running ? t("action.sending") : t("registry.declare.submit")}
            </Button>
            <Button component={Link} to="/use-cases" variant="text" className="push">
              {t("registry.declare.discard")}
            </Button>
          </div>
        </form>
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
