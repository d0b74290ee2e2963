import { useTranslate } from "react-admin";
import { type KeyRow, RevokeKey, type RevokeKeyData } from "../generated/operations";
import { useAct } from "../providers/use-act";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";

interface Props {
  readonly keyRow: KeyRow;
  readonly onClose: () => void;
}

/** Stops one key for good. */
export function RevokeKeyDialog({ keyRow, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(RevokeKey, pick);
  return (
    <FormDialog
      title={t("registry.revoke.title", { key: keyRow.prefix })}
      confirm={t("registry.revoke.confirm")}
      danger
      words="registry"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ input: { keyId: keyRow.id, reason: reason.trim() } })}
      done={t("registry.revoke.done", { key: keyRow.prefix })}
      onClose={onClose}
    >
      <ul className="consequences">
        <li>{t("registry.revoke.stops")}</li>
        <li>{t("registry.revoke.final")}</li>
      </ul>
    </FormDialog>
  );
}

const pick = (data: RevokeKeyData) => data.revokeKey;
