import { useLocaleState, useTranslate } from "react-admin";
import type { RuleDiff } from "../generated/operations";

/** Each rule that two bundles do not hold alike, with what it says before and after. */
export function RuleDifferences({ differences }: { readonly differences: readonly RuleDiff[] }) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const words = (side: RuleDiff["before"]): string =>
    side === null ? "" : locale === "en" ? side.reason.en : side.reason.fr;
  if (differences.length === 0) return <p>{t("policies.noDifference")}</p>;
  return (
    <ul className="rule-differences">
      {differences.map(({ id, kind, fields, before, after }) => (
        <li key={id}>
          <p>
            <span className="strong mono">{id}</span> <span className="ink2">{t(`ruleChange.${kind}`)}</span>
            {fields.length === 0 ? null : <span className="small ink2"> · {fields.join(", ")}</span>}
          </p>
          <p className="small">{words(after ?? before)}</p>
          {kind === "changed" && before?.when !== after?.when ? (
            <pre className="small" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {`− ${before?.when ?? ""}\n+ ${after?.when ?? ""}`}
            </pre>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
