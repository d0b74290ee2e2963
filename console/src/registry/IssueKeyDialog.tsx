import { Button, Dialog } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type ApplicationRow, IssueKey, type IssueKeyData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ActDialog } from "../parts/ActDialog";
import { CopyButton } from "../parts/CopyButton";
import { Field } from "../parts/Field";
import { useAct } from "../providers/use-act";

const LONGEST = 365;

interface Props {
  readonly application: ApplicationRow;
  readonly onClose: () => void;
}

/** Issues a key, then shows it: the only time that it is shown. */
export function IssueKeyDialog({ application, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(IssueKey, pick);
  const [days, setDays] = useState("90");
  const [tried, setTried] = useState(false);
  const [issued, setIssued] = useState<Extract<IssueKeyData["issueKey"], { __typename: "IssuedKey" }> | null>(null);
  const value = Number(days);
  const valid = Number.isInteger(value) && value >= 1 && value <= LONGEST;
  const confirm = async () => {
    setTried(true);
    if (!valid) return;
    setIssued(await act.run({ input: { applicationId: application.id, validDays: value } }));
  };
  if (issued !== null)
    return <IssuedKeyDialog secret={issued.secret} expiresAt={issued.key.expiresAt} onClose={onClose} />;
  return (
    <ActDialog
      open
      title={t("registry.issue.title", { name: application.name })}
      confirm={t("registry.issue.confirm")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field
        id="valid-days"
        label={t("registry.issue.days")}
        hint={t("registry.issue.daysHint")}
        unit={t("registry.issue.daysUnit")}
        error={tried && !valid ? t("registry.issue.daysError") : undefined}
      >
        {(attributes) => (
          <input {...attributes} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  );
}

interface IssuedProps {
  readonly secret: string;
  readonly expiresAt: string;
  readonly onClose: () => void;
}

function IssuedKeyDialog({ secret, expiresAt, onClose }: IssuedProps) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Dialog open fullWidth maxWidth="sm" transitionDuration={0} aria-labelledby="issued-title">
      <h2 className="dialog-title" id="issued-title">
        {t("registry.issued.title")}
      </h2>
      <div className="dialog-content">
        <p className="strong">{t("registry.issued.once")}</p>
        <div className="secret">
          <code className="mono">{secret}</code>
          <span className="push">
            <CopyButton text={secret} label={t("registry.issued.copy")} />
          </span>
        </div>
        <p className="small ink2">{t("registry.issued.expires", { date: format.date(expiresAt) })}</p>
      </div>
      <div className="dialog-bar">
        <Button variant="contained" onClick={onClose} autoFocus>
          {t("registry.issued.close")}
        </Button>
      </div>
    </Dialog>
  );
}

const pick = (data: IssueKeyData) => data.issueKey;
