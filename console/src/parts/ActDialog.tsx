import { Button, Dialog } from "@mui/material";
import { type FormEvent, type ReactNode, useId } from "react";
import { useTranslate } from "react-admin";
import type { RefusalAnswer } from "../providers/refusal";
import { RefusalNote } from "./RefusalNote";

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** For a table of fields. */
  readonly wide?: boolean;
  readonly act: { readonly running: boolean; readonly refusal: RefusalAnswer | null; readonly failure: Error | null };
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A governance act: states its consequences, asks what it needs, waits for the answer before it closes. */
export function ActDialog(props: Props) {
  const { open, title, confirm, danger = false, wide = false, act, onConfirm, onClose, children } = props;
  const t = useTranslate();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!act.running) onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
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
        <div className="dialog-bar">
          <Button onClick={onClose}>{t("action.cancel")}</Button>
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
