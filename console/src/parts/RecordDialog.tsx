import { Button, Dialog } from "@mui/material";
import { type ReactNode, useId } from "react";
import { useTranslate } from "react-admin";
import { ExplainedButton } from "./ExplainedButton";

export interface RecordAct<Id extends string> {
  readonly id: Id;
  readonly danger?: boolean;
  /** Its own words, where the dictionary cannot know the act. */
  readonly label?: string;
  /** Why it cannot be done now by this person. */
  readonly whyNot?: string;
}

interface Props<Id extends string> {
  readonly title: string;
  readonly tag?: ReactNode;
  /** Where the dictionary has `act.<id>`. */
  readonly words: string;
  readonly acts: readonly RecordAct<Id>[];
  readonly onAct: (id: Id) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One record of the desk, whole, with what can be done about it. */
export function RecordDialog<Id extends string>({ title, tag, words, acts, onAct, onClose, children }: Props<Id>) {
  const t = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md" transitionDuration={0}>
      <h2 id={id} className="dialog-title">
        {title} {tag}
      </h2>
      <div className="dialog-content">{children}</div>
      <div className="dialog-bar">
        <Button onClick={onClose}>{t("action.close")}</Button>
        {acts.map((act) => (
          <ExplainedButton
            key={act.id}
            variant="outlined"
            className={act.danger === true ? "danger" : undefined}
            onClick={() => onAct(act.id)}
            disabledReason={act.whyNot}
          >
            {act.label ?? t(`${words}.act.${act.id}`)}
          </ExplainedButton>
        ))}
      </div>
    </Dialog>
  );
}

interface FactsProps {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}

/** Label and value pairs; what has no value is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="pairs left">
      {facts.map(([label, value]) =>
        value === null || value === "" ? null : (
          <div key={label} style={{ display: "contents" }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
