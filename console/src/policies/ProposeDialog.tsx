import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import {
  CheckPolicyFiles,
  type CheckPolicyFilesData,
  PolicyFiles,
  ProposePolicyBundle,
  type ProposePolicyBundleData,
} from "../generated/operations";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { QueryState } from "../parts/states";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { RuleFilesField } from "../parts/rules/RuleFilesField";
import type { RuleFile } from "../parts/rules/rule-files";
import { RuleDifferences } from "./RuleDifferences";

const SPECS: readonly FieldSpec<"files" | "motive">[] = [
  { name: "files", kind: "own" },
  { name: "motive", kind: "line", min: 10, max: 2000 },
];

interface Props {
  /** Digest of the bundle in force. */
  readonly active: string;
  readonly onClose: () => void;
}

/** Rule files beside those in force: what they would change is shown before anything is sent. */
export function ProposeDialog({ active, onClose }: Props) {
  const t = useTranslate();
  // What is checked by the server follows the files that are chosen.
  const [files, setFiles] = useState<readonly RuleFile[]>([]);
  const inForce = useOperation(PolicyFiles, { digest: active });
  const held = inForce.data?.policyFiles ?? [];
  const fresh = new Set(files.map(({ path }) => path));
  const whole = [...held.filter(({ path }) => !fresh.has(path)), ...files].map(({ path, text }) => ({ path, text }));
  const ready = files.length > 0 && inForce.data !== undefined;
  const check = useOperation(CheckPolicyFiles, { files: whole }, { enabled: ready });
  const propose = useAct(ProposePolicyBundle, pick);
  const faults = check.data?.checkPolicyFiles.faults ?? [];
  return (
    <FormDialog
      wide
      title={t("policies.propose")}
      confirm={t("policies.propose")}
      words="policies.proposal"
      specs={SPECS}
      wrong={() => (ready && faults.length === 0 ? [] : ["files"])}
      own={{
        files: ({ id, error, onChange }) => (
          <RuleFilesField
            id={id}
            files={files}
            error={files.length === 0 ? error : undefined}
            onFiles={(chosen) => {
              setFiles(chosen);
              onChange(JSON.stringify(chosen));
            }}
          />
        ),
      }}
      act={propose}
      variables={({ motive }) => ({ input: { files: whole, motive: motive.trim() } })}
      onClose={onClose}
      after={() =>
        ready ? <QueryState query={check}>{(data) => <CheckResult check={data.checkPolicyFiles} />}</QueryState> : null
      }
    >
      <p className="ink2">{t("policies.proposeLead")}</p>
    </FormDialog>
  );
}

const pick = (data: ProposePolicyBundleData) => data.proposePolicyBundle;

function CheckResult({ check }: { readonly check: CheckPolicyFilesData["checkPolicyFiles"] }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  if (check.faults.length > 0)
    return (
      <div role="alert">
        <p className="strong">{t("policies.faults")}</p>
        <ul>
          {check.faults.map(({ path, line, column, message }) => (
            <li key={`${path}:${line}:${column}:${message}`} className="small">
              <span className="mono">
                {path}:{line}:{column}
              </span>{" "}
              {message}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <>
      <h3>{t("policies.differences")}</h3>
      <RuleDifferences differences={check.differences} />
      {check.notices.map((notice) => (
        <p key={`${notice.code} ${notice.rule}`} className="small ink2">
          <span className="mono">{notice.rule}</span> {locale === "en" ? notice.en : notice.fr}
        </p>
      ))}
    </>
  );
}
