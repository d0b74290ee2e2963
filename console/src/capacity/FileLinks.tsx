import { useLocaleState, useTranslate } from "react-admin";

const FORMATS = ["csv", "xlsx"] as const;

interface Props {
  /** Address of the file without its extension. */
  readonly path: string;
  readonly formats?: readonly string[];
}

/** The files that the control plane writes: the same that an import reads. */
export function FileLinks({ path, formats = FORMATS }: Props) {
  const t = useTranslate();
  const [locale] = useLocaleState();
  return (
    <span className="row" style={{ flexWrap: "wrap" }}>
      {formats.map((format) => (
        <a key={format} className="link small" href={`${path}.${format}?lang=${locale}`} download>
          {t("campaigns.file", { format: format.toUpperCase() })}
        </a>
      ))}
    </span>
  );
}
