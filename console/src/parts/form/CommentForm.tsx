import { Button } from "@mui/material";
import type { FormEvent } from "react";
import { useTranslate } from "react-admin";
import type { Act } from "../../providers/use-act";
import { RefusalNote } from "../RefusalNote";
import type { FieldSpec } from "./field-spec";
import { besideFields, fieldErrors, FormFields } from "./FormFields";
import { useForm } from "./use-form";
import { useUnsent } from "./use-unsent";

const WORDS = "submission.remark";
const BODY: readonly FieldSpec<"body">[] = [{ name: "body", kind: "text", max: 4000 }];

interface Props<Variables, Value> {
  readonly act: Act<Variables, Value>;
  readonly variables: (body: string) => Variables;
}

/** Adds a remark below those that were made; it is empty again once it is sent. */
export function CommentForm<Variables, Value>({ act, variables }: Props<Variables, Value>) {
  const t = useTranslate();
  const form = useForm({ specs: BODY });
  useUnsent(form.dirty);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act.running) return;
    void form.submit(async ({ body }) => {
      if ((await act.run(variables(body.trim()))) !== null) form.clear();
    });
  };
  return (
    <form className="form" style={{ marginTop: 16 }} noValidate onSubmit={submit}>
      <FormFields form={form} words={WORDS} errors={fieldErrors(t, form, WORDS, act.refusal)} />
      <Button type="submit" variant="outlined" aria-disabled={act.running}>
        {act.running ? t("action.sending") : t("submission.sendComment")}
      </Button>
      <RefusalNote refusal={besideFields(form.specs, act.refusal)} failure={act.failure} />
    </form>
  );
}
