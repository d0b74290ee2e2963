import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Field } from "../Field";
import { readRuleFiles, type RuleFile } from "./rule-files";

interface Props {
  readonly id: string;
  readonly files: readonly RuleFile[];
  readonly error: string | undefined;
  readonly onFiles: (files: readonly RuleFile[]) => void;
}

/** Rule files to try beside the active ones; each is named by its rule, and can be taken back. */
export function RuleFilesField({ id, files, error, onFiles }: Props) {
  const t = useTranslate();
  const add = async (chosen: FileList | null) => onFiles(await readRuleFiles(files, [...(chosen ?? [])]));
  return (
    <>
      <Field id={id} label={t("simulations.field.files")} hint={t("simulations.hint.files")} error={error}>
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            accept=".yaml,.yml"
            multiple
            style={{ paddingBlock: 5 }}
            onChange={(event) => void add(event.target.files)}
          />
        )}
      </Field>
      {files.length === 0 ? null : (
        <ul className="rule-files">
          {files.map(({ path }) => (
            <li key={path} className="row">
              <span className="mono small">{path}</span>
              <Button size="small" onClick={() => onFiles(files.filter((file) => file.path !== path))}>
                {t("simulations.dropFile")}
                <span className="sr-only"> {path}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
