import { Button } from "@mui/material";
import { Download } from "lucide-react";
import { useLocaleState, useTranslate } from "react-admin";
import { Link } from "react-router";
import { type PublicRegister, RegisterExport } from "../../generated/operations";
import { Section } from "../../parts/Section";
import { QueryState } from "../../parts/states";
import { useOperation } from "../../providers/use-operation";
import { DeskFrame } from "../DeskFrame";
import { downloadText } from "./download-text";

const REGISTERS: readonly PublicRegister[] = [
  ...(["ANNEX_VIII_C", "ANNEX_VIII_B", "CRPA_INVENTORY"] as const),
  ...(["ALGORITHM_REGISTER", "ATRS"] as const),
];

/** Public registers: how many records belong in each, what they lack, and their files. */
export function RegistersTab() {
  return (
    <DeskFrame tab="registers">
      <div className="stack">
        {REGISTERS.map((register) => (
          <RegisterSection key={register} register={register} />
        ))}
      </div>
    </DeskFrame>
  );
}

function RegisterSection({ register }: { readonly register: PublicRegister }) {
  const t = useTranslate();
  const csv = useOperation(RegisterExport, { register, format: "CSV" });
  const json = useOperation(RegisterExport, { register, format: "JSON" });
  const files = [csv.data?.registerExport, json.data?.registerExport].filter((file) => file !== undefined);
  return (
    <Section
      title={t(`register.name.${register}`)}
      aside={files.map((file) => (
        <Button key={file.fileName} size="small" onClick={() => downloadText(file)}>
          <Download className="icon-small" aria-hidden="true" />
          {file.fileName}
        </Button>
      ))}
    >
      <QueryState query={csv}>
        {({ registerExport }) => (
          <>
            <p className="ink2">
              {t(`register.standard.${register}`)}. {t(`register.about.${register}`)}{" "}
              {t("register.entries", { smart_count: registerExport.entries })}
              {register === "CRPA_INVENTORY" ? <PublishedPage /> : null}
            </p>
            {registerExport.missing.length + registerExport.notes.length === 0 ? null : (
              <ul>
                {registerExport.missing.map(({ useCaseId, name, columns }) => (
                  <li key={useCaseId}>
                    <DossierLink id={useCaseId} name={name} /> {t("register.lacks", { smart_count: columns.length })}{" "}
                    <span className="mono">{columns.join(", ")}</span>
                  </li>
                ))}
                {registerExport.notes.map(({ useCaseId, name, note }) => (
                  <li key={`note-${useCaseId}`}>
                    <DossierLink id={useCaseId} name={name} /> {t(`register.note.${note}`)}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryState>
    </Section>
  );
}

/** The page that the public reads, served beside the console. */
function PublishedPage() {
  const t = useTranslate();
  const [locale] = useLocaleState();
  return (
    <>
      {" "}
      <a href={`/algorithmes?lang=${locale}`}>{t("register.published")}</a>
    </>
  );
}

function DossierLink({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to={`/use-cases/${id}/show?view=dossier`}>{name}</Link>;
}
