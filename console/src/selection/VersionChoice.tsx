import { useTranslate } from "react-admin";
import type { WeightsRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";

interface Props {
  readonly label: string;
  readonly versions: readonly WeightsRow[];
  readonly value: number;
  readonly onChange: (version: number) => void;
}

/** One version of the weights, by its number and its day. */
export function VersionChoice({ label, versions, value, onChange }: Props) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <label>
      {label}
      <select className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {versions.toReversed().map(({ version, setAt }) => (
          <option key={version} value={version}>
            {t("selection.versionOf", { version, date: format.date(setAt) })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The version that counts today. */
export const lastOf = (versions: readonly WeightsRow[]): number => versions.at(-1)?.version ?? 1;
