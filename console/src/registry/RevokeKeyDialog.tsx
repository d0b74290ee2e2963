import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type KeyRow, RevokeKey, type RevokeKeyData } from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { useAct } from "../providers/use-act";
import { ReasonField, reasonIsEnough } from "../parts/form/ReasonField";

interface Props {
  readonly keyRow: KeyRow;
  readonly onClose: () => void;
}

/** Stops one key for good. */
export function RevokeKeyDialog({ keyRow, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(RevokeKey, pick);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (!reasonIsEnough(reason)) return;
    const done = await act.run({ input: { keyId: keyRow.id, reason: reason.trim() } });
    if (done === null) return;
    onClose();
    notify(t("registry.revoke.done", { key: keyRow.prefix }), { type: "success" });
  };
  return (
    <ActDialog
      open
      title={t("registry.revoke.title", { key: keyRow.prefix })}
      confirm={t("registry.revoke.confirm")}
      danger
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("registry.revoke.stops")}</li>
        <li>{t("registry.revoke.final")}</li>
      </ul>
      <ReasonField
        id="revoke-reason"
        value={reason}
        onChange={setReason}
        error={tried && !reasonIsEnough(reason) ? t("form.reasonTooShort") : undefined}
      />
    </ActDialog>
  );
}

const pick = (data: RevokeKeyData) => data.revokeKey;
