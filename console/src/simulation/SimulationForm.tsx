import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate, useSearchParams } from "react-router";
import { CandidateBundles, RequestSimulation, type RequestSimulationData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ErrorSummary } from "../parts/ErrorSummary";
import { ChoiceField, TextField } from "../parts/FormFields";
import { PageHead } from "../parts/PageHead";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { RuleFilesField } from "../parts/rules/RuleFilesField";
import { draftFaults, firstDraft, inputOf, type SimulationDraft } from "./simulation-draft";

const BUNDLES = 50;
const pick = (data: RequestSimulationData) => data.requestSimulation;

/** What to replay, and with which rules or on which day. */
export function SimulationForm() {
  const t = useTranslate();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [draft, setDraft] = useState(() => firstDraft(params, new Date()));
  const [attempt, setAttempt] = useState(0);
  const request = useAct(RequestSimulation, pick);
  useCrumbs([{ label: t("menu.simulations"), to: "/simulations" }, { label: t("simulations.new") }]);
  const faults = attempt === 0 ? [] : draftFaults(draft);
  const faultOf = (field: string) => {
    const fault = faults.find((each) => each.field === field);
    return fault === undefined ? undefined : t(fault.key);
  };
  const change = (part: Partial<SimulationDraft>) => setDraft({ ...draft, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (draftFaults(draft).length > 0) return;
    const begun = await request.run({ input: inputOf(draft) });
    if (begun !== null) void navigate(`/simulations/${begun.id}/show`);
  };
  return (
    <>
      <PageHead title={t("simulations.new")} lead={t("simulations.formLead")} />
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary issues={faults.map(({ field, key }) => ({ field, message: t(key) }))} attempt={attempt} />
        <Section title={t("simulations.window")}>
          <div className="two-fields">
            <TextField
              frame={{ id: "simulation-from", label: t("simulations.from"), error: faultOf("simulation-from") }}
              type="date"
              value={draft.from}
              onChange={(from) => change({ from })}
            />
            <TextField
              frame={{ id: "simulation-to", label: t("simulations.to"), error: faultOf("simulation-to") }}
              type="date"
              value={draft.to}
              onChange={(to) => change({ to })}
            />
          </div>
        </Section>
        <Section title={t("simulations.candidate")}>
          <CandidateFields draft={draft} change={change} faultOf={faultOf} />
        </Section>
        <Section title={t("simulations.legalDay")}>
          <TextField
            frame={{
              ...{ id: "simulation-day", label: t("simulations.day"), hint: t("simulations.dayHint") },
              error: faultOf("simulation-day"),
            }}
            type="date"
            value={draft.day}
            onChange={(day) => change({ day })}
          />
        </Section>
        <RefusalNote refusal={request.refusal} failure={request.failure} />
        <p className="row" style={{ marginTop: 12 }}>
          <Button type="submit" variant="contained" aria-disabled={request.running}>
            {t("simulations.start")}
          </Button>
        </p>
      </form>
    </>
  );
}

interface CandidateProps {
  readonly draft: SimulationDraft;
  readonly change: (part: Partial<SimulationDraft>) => void;
  readonly faultOf: (field: string) => string | undefined;
}

function CandidateFields({ draft, change, faultOf }: CandidateProps) {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(CandidateBundles, { first: BUNDLES });
  const bundles = query.data?.policyBundles.edges.map(({ node }) => node).filter(({ active }) => !active) ?? [];
  const known = bundles.map(({ digest, keptAt, ruleCount }) => {
    const at = keptAt === null ? "" : format.dateTime(keptAt);
    return [digest, t("simulations.bundle", { digest: digest.slice(0, 12), at, rules: ruleCount })] as const;
  });
  const listed = known.some(([digest]) => digest === draft.digest);
  const options =
    listed || draft.digest === "" ? known : [[draft.digest, draft.digest.slice(0, 12)] as const, ...known];
  return (
    <>
      <ChoiceField
        frame={{ id: "simulation-what", label: t("simulations.with") }}
        value={draft.what}
        options={[
          ["files", t("simulations.withFiles")],
          ["bundle", t("simulations.withBundle")],
          ["active", t("simulations.withActive")],
        ]}
        onChange={(what) => change({ what: what as SimulationDraft["what"] })}
      />
      {draft.what === "files" ? (
        <RuleFilesField
          files={draft.files}
          error={faultOf("simulation-files")}
          onFiles={(files) => change({ files })}
        />
      ) : null}
      {draft.what === "bundle" ? (
        <ChoiceField
          frame={{
            ...{ id: "simulation-bundle", label: t("simulations.bundleLabel") },
            ...{
              hint: options.length === 0 ? t("simulations.noBundle") : undefined,
              error: faultOf("simulation-bundle"),
            },
          }}
          value={draft.digest}
          options={[["", t("simulations.choose")], ...options]}
          onChange={(digest) => change({ digest })}
        />
      ) : null}
    </>
  );
}
