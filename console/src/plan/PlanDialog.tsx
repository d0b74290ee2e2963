import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  DecidePlanRecord,
  type DecidePlanRecordData,
  MovePlanRecord,
  type MovePlanRecordData,
  PlanRecord,
  type PlanRow,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import { Facts, RecordDialog, type RecordAct } from "../parts/RecordDialog";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { CorrectionForm } from "./PlanForm";
import { dueWords, inWords, rowOf, stateTag, stateWords, valueWords } from "./plan-words";

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** One record whole, with the steps of its kind. */
export function PlanDialog({ id, onClose }: Props) {
  const record = useOperation(PlanRecord, { id }).data?.planRecord;
  return record === undefined || record === null ? null : <Sheet record={record} onClose={onClose} />;
}

type ActName = "correct" | `to_${string}`;

function Sheet({ record, onClose }: { readonly record: PlanRow; readonly onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const [act, setAct] = useState<ActName | null>(null);
  const row = rowOf(record.kind);
  const may = { update: useAbility("update", row.subject), validate: useAbility("validate", row.subject) };
  const step = record.steps.find(({ to }) => act === `to_${to}`);
  const close = () => setAct(null);
  if (act === "correct") return <CorrectionForm record={record} onClose={close} />;
  if (step !== undefined) return <StepDialog record={record} step={step} onClose={close} />;
  const steps = record.steps.map(({ to, decided }): RecordAct<ActName> => ({
    id: `to_${to}`,
    label: t("plan.step", { state: stateWords({ ...record, state: to }, format) }),
    whyNot: may[decided ? "validate" : "update"] ? undefined : t(decided ? "plan.decidedByAnother" : "plan.notYours"),
  }));
  const correct: RecordAct<ActName> = {
    id: "correct",
    whyNot: record.steps.length === 0 ? t("plan.ended") : may.update ? undefined : t("plan.notYours"),
  };
  return (
    <RecordDialog
      title={record.title}
      tag={<Tag state={stateTag(record)}>{stateWords(record, format)}</Tag>}
      words="plan"
      acts={[correct, ...steps]}
      onAct={setAct}
      onClose={onClose}
    >
      <RecordFacts record={record} />
    </RecordDialog>
  );
}

function RecordFacts({ record }: { readonly record: PlanRow }) {
  const t = useTranslate();
  const format = useFormat();
  const row = rowOf(record.kind);
  const values = record.fields.flatMap(({ name, value }): (readonly [string, ReactNode])[] => {
    const field = row.fields[name];
    return field === undefined
      ? []
      : [
          [
            inWords(field.label, format),
            field.kind === "url" ? <Address key={name} url={value} /> : lines(valueWords(field, value, format)),
          ],
        ];
  });
  return (
    <Facts
      facts={[
        [t("plan.kind"), inWords(row.label, format)],
        [t("registry.organisation"), record.organisation.name],
        ...values,
        [inWords(row.due.label, format), dueWords(record, format)],
        [t("plan.field.source"), record.source],
        [
          t("plan.declaredAt"),
          t("plan.declaredBy", { name: record.declaredByName, day: format.date(record.declaredAt) }),
        ],
        [t("plan.sample"), record.invented ? t("plan.invented") : null],
      ]}
    />
  );
}

const Address = ({ url }: { readonly url: string }) => (
  <a href={url} rel="noreferrer noopener" target="_blank">
    {url}
  </a>
);

/** Lines as they were written. */
const lines = (text: string): ReactNode => <span style={{ whiteSpace: "pre-line" }}>{text}</span>;

interface StepProps {
  readonly record: PlanRow;
  readonly step: PlanRow["steps"][number];
  readonly onClose: () => void;
}

function StepDialog({ record, step, onClose }: StepProps) {
  const t = useTranslate();
  const format = useFormat();
  const moving = useAct(MovePlanRecord, pickMoved);
  const deciding = useAct(DecidePlanRecord, pickDecided);
  const state = stateWords({ ...record, state: step.to }, format);
  const next = rowOf(record.kind).states[step.to]?.next ?? [];
  return (
    <FormDialog
      title={t("plan.stepTitle", { title: record.title, state })}
      confirm={t("plan.step", { state })}
      words="plan"
      specs={REASON}
      act={step.decided ? deciding : moving}
      variables={({ reason }) => ({
        input: { id: record.id, version: record.version, to: step.to, reason: reason.trim() },
      })}
      done={t("plan.stepped", { state })}
      onClose={onClose}
    >
      <p className="ink2">{t(next.length === 0 ? "plan.stepIsLast" : "plan.stepAbout")}</p>
    </FormDialog>
  );
}

const pickMoved = (data: MovePlanRecordData) => data.movePlanRecord;
const pickDecided = (data: DecidePlanRecordData) => data.decidePlanRecord;
