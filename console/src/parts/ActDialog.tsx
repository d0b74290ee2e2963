import { Button, Dialog } from "@mui/material";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslate } from "react-admin";
import type { RefusalAnswer } from "../providers/refusal";
import { useUnsent } from "./form/use-unsent";
import { RefusalNote } from "./RefusalNote";

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** For a table of fields. */
  readonly wide?: boolean;
  readonly act: { readonly running: boolean; readonly refusal: RefusalAnswer | null; readonly failure: Error | null };
  /** Something is typed: closing asks first. */
  readonly unsent?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A governance act: states its consequences, asks what it needs, waits for the answer before it closes. */
export function ActDialog(props: Props) {
  const {
    open,
    title,
    confirm,
    danger = false,
    wide = false,
    act,
    unsent = false,
    onConfirm,
    onClose,
    children,
  } = props;
  const t = useTranslate();
  const id = useId();
  const [leaving, setLeaving] = useState(false);
  useUnsent(open && unsent);
  const close = () => (unsent ? setLeaving(true) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLeaving(false);
    if (!act.running) onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      aria-labelledby={id}
      fullWidth
      maxWidth={wide ? "lg" : "sm"}
      transitionDuration={0}
    >
      <form noValidate onSubmit={submit}>
        <h2 id={id} className="dialog-title">
          {title}
        </h2>
        <div className="dialog-content">
          {children}
          <RefusalNote refusal={act.refusal} failure={act.failure} />
        </div>
        {leaving && unsent ? (
          <p className="dialog-leave" role="alert">
            {t("form.unsent")}{" "}
            <button type="button" className="link" onClick={onClose}>
              {t("form.discard")}
            </button>{" "}
            <button type="button" className="link" onClick={() => setLeaving(false)}>
              {t("form.goOn")}
            </button>
          </p>
        ) : null}
        <div className="dialog-bar">
          <Button onClick={close}>{t("action.cancel")}</Button>
          <Button
            type="submit"
            variant={danger ? "outlined" : "contained"}
            className={danger ? "danger" : undefined}
            aria-disabled={act.running}
          >
            {act.running ? t("action.sending") : confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
