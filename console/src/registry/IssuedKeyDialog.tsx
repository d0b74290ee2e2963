import { Button, Dialog } from "@mui/material";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { CopyButton } from "../parts/CopyButton";

interface Props {
  readonly issued: { readonly secret: string; readonly key: { readonly expiresAt: string } };
  readonly onClose: () => void;
}

/** A key, the only time that it is shown. */
export function IssuedKeyDialog({ issued: { secret, key }, onClose }: Props) {
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
        <p className="small ink2">{t("registry.issued.expires", { date: format.date(key.expiresAt) })}</p>
      </div>
      <div className="dialog-bar">
        <Button variant="contained" onClick={onClose} autoFocus>
          {t("registry.issued.close")}
        </Button>
      </div>
    </Dialog>
  );
}
