import { Button, Dialog } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { type ApplicationRow, IssueKey, type IssueKeyData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { CopyButton } from "../parts/CopyButton";
import { figureOf } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
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
  const [issued, setIssued] = useState<Extract<IssueKeyData["issueKey"], { __typename: "IssuedKey" }> | null>(null);
  if (issued !== null)
    return <IssuedKeyDialog secret={issued.secret} expiresAt={issued.key.expiresAt} onClose={onClose} />;
  return (
    <FormDialog
      title={t("registry.issue.title", { name: application.name })}
      confirm={t("registry.issue.confirm")}
      words="registry.issue"
      specs={[{ name: "days", kind: "whole", min: 1, max: LONGEST, unit: t("registry.issue.daysUnit") }]}
      initial={{ days: "90" }}
      act={act}
      variables={({ days }) => ({ input: { applicationId: application.id, validDays: figureOf(days ?? "") } })}
      shows={setIssued}
      onClose={onClose}
    />
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
