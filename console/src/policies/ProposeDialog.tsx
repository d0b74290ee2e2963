import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import {
  CheckPolicyFiles,
  type CheckPolicyFilesData,
  PolicyFiles,
  ProposePolicyBundle,
  type ProposePolicyBundleData,
} from "../generated/operations";
import { ActDialog } from "../parts/ActDialog";
import { TextField } from "../parts/FormFields";
import { QueryState } from "../parts/states";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { RuleFilesField } from "../parts/rules/RuleFilesField";
import type { RuleFile } from "../parts/rules/rule-files";
import { RuleDifferences } from "./RuleDifferences";

const MOTIVE_LEAST = 10;

interface Props {
  /** Digest of the bundle in force. */
  readonly active: string;
  readonly onClose: () => void;
}

/** Rule files beside those in force: what they would change is shown before anything is sent. */
export function ProposeDialog({ active, onClose }: Props) {
  const t = useTranslate();
  const [files, setFiles] = useState<readonly RuleFile[]>([]);
  const [motive, setMotive] = useState("");
  const [tried, setTried] = useState(false);
  const inForce = useOperation(PolicyFiles, { digest: active });
  const held = inForce.data?.policyFiles ?? [];
  const fresh = new Set(files.map(({ path }) => path));
  const whole = [...held.filter(({ path }) => !fresh.has(path)), ...files].map(({ path, text }) => ({ path, text }));
  const ready = files.length > 0 && inForce.data !== undefined;
  const check = useOperation(CheckPolicyFiles, { files: whole }, { enabled: ready });
  const propose = useAct(ProposePolicyBundle, pick);
  const faults = check.data?.checkPolicyFiles.faults ?? [];
  const motiveFault = motive.trim().length < MOTIVE_LEAST ? t("policies.motiveShort") : undefined;
  const submit = async () => {
    setTried(true);
    if (!ready || motiveFault !== undefined || faults.length > 0) return;
    if ((await propose.run({ input: { files: whole, motive: motive.trim() } })) !== null) onClose();
  };
  return (
    <ActDialog
      open
      wide
      title={t("policies.propose")}
      confirm={t("policies.propose")}
      act={propose}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <p className="ink2">{t("policies.proposeLead")}</p>
      <RuleFilesField
        files={files}
        error={tried && files.length === 0 ? t("policies.noFile") : undefined}
        onFiles={setFiles}
      />
      <TextField
        frame={{
          ...{ id: "policy-motive", label: t("policies.motive"), hint: t("policies.motiveHint") },
          error: tried ? motiveFault : undefined,
        }}
        value={motive}
        onChange={setMotive}
      />
      {ready ? <QueryState query={check}>{(data) => <CheckResult check={data.checkPolicyFiles} />}</QueryState> : null}
    </ActDialog>
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
