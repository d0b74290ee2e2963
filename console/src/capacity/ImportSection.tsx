import { Button } from "@mui/material";
import { type FormEvent, useState } from "react";
import { useTranslate } from "react-admin";
import { Field } from "../parts/Field";
import { RefusalNote } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { Empty } from "../parts/states";
import { useClient } from "../providers/client-context";
import { isRefusal, type RefusalAnswer } from "../providers/refusal";
import { useAbility, usePerson } from "../providers/use-person";
import type { CampaignSheet } from "./campaign-states";
import { FileLinks } from "./FileLinks";
import { ImportPreview } from "./ImportPreview";
import { ACCEPTED_FILES, problemOf, sendFile } from "./send-file";

const TARGETS = ["declaration", "need"] as const;
type Target = (typeof TARGETS)[number];

/** A ministry's files in and out: nothing of a file counts before its preview is accepted. */
export function ImportSection({ sheet }: { readonly sheet: CampaignSheet }) {
  const t = useTranslate();
  const ministry = usePerson()?.memberships.find((one) => one.role === "DECLARANT")?.organisation;
  const may = useAbility("declare", "CapacityDeclaration");
  const [importId, setImportId] = useState<string | null>(null);
  return (
    <>
      <Section title={t("imports.templates")}>
        <div style={{ paddingTop: 8 }}>
          {TARGETS.map((target) => (
            <p key={target} className="row" style={{ flexWrap: "wrap" }}>
              {t(`imports.template.${target}`)}
              <FileLinks path={`/capacity/exports/campaigns/${sheet.id}/templates/${target}`} />
            </p>
          ))}
          {ministry === undefined ? null : (
            <p className="row" style={{ flexWrap: "wrap" }}>
              {t("imports.ownNeeds")}
              <FileLinks path={`/capacity/exports/campaigns/${sheet.id}/needs/${ministry.id}`} />
            </p>
          )}
        </div>
      </Section>
      <Section title={t("imports.title")}>
        {ministry === undefined || !may ? (
          <Empty title={t("imports.onlyDeclarant")}>
            <p className="ink2">{t("imports.onlyDeclarantLead")}</p>
          </Empty>
        ) : (
          <FileForm sheet={sheet} organisationId={ministry.id} onSent={setImportId} />
        )}
      </Section>
      {importId === null ? null : <ImportPreview id={importId} onClose={() => setImportId(null)} />}
    </>
  );
}

interface FormProps {
  readonly sheet: CampaignSheet;
  readonly organisationId: string;
  readonly onSent: (importId: string) => void;
}

function FileForm({ sheet, organisationId, onSent }: FormProps) {
  const t = useTranslate();
  const [target, setTarget] = useState<Target>("declaration");
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const { send, running, refusal, failure } = useSending();
  const problem = problemOf(file);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (running || file === null || problem !== null) return;
    void send({ campaignId: sheet.id, organisationId, target }, file).then((id) => {
      if (id !== null) onSent(id);
    });
  };
  return (
    <form className="form" style={{ paddingTop: 8 }} noValidate onSubmit={submit}>
      <Field id="import-target" label={t("imports.what")}>
        {(attributes) => (
          <select {...attributes} value={target} onChange={(event) => setTarget(event.target.value as Target)}>
            {TARGETS.map((one) => (
              <option key={one} value={one}>
                {t(`imports.target.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        id="import-file"
        label={t("imports.file")}
        hint={t("imports.fileHint")}
        error={tried && problem !== null ? t(`imports.problem.${problem}`) : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            accept={ACCEPTED_FILES}
            style={{ paddingBlock: 5 }}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Button type="submit" variant="contained" aria-disabled={running}>
        {running ? t("action.sending") : t("imports.send")}
      </Button>
      <RefusalNote refusal={refusal} failure={failure} />
    </form>
  );
}

type Destination = Parameters<typeof sendFile>[1];

/** Sends a file and keeps why it was not taken. */
function useSending() {
  const client = useClient();
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<RefusalAnswer | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const send = async (to: Destination, file: File): Promise<string | null> => {
    setRunning(true);
    setRefusal(null);
    setFailure(null);
    try {
      const sent = await sendFile(client, to, file, crypto.randomUUID());
      if (!("__typename" in sent)) return sent.id;
      if (isRefusal(sent)) setRefusal(sent);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error("unknown", { cause: error }));
    } finally {
      setRunning(false);
    }
    return null;
  };
  return { send, running, refusal, failure };
}
