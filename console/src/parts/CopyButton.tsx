import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";

interface Props {
  readonly text: string;
  readonly label: string;
}

/** Copies a value and says that it did. */
export function CopyButton({ text, label }: Props) {
  const t = useTranslate();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const Icon = copied ? Check : Copy;
  return (
    <>
      <button type="button" className="icon-button" aria-label={label} onClick={copy}>
        <Icon className="icon" aria-hidden="true" />
      </button>
      <span className="sr-only" role="status">
        {copied ? t("state.copied") : ""}
      </span>
    </>
  );
}
