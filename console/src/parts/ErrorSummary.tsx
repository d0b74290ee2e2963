import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import type { RefusalAnswer } from "../providers/refusal";
import { focusField } from "./form/focus-field";

export interface FormIssue {
  /** Id of the field to correct. */
  readonly field: string;
  readonly message: string;
}

interface Props {
  readonly issues: readonly FormIssue[];
  /** Changes at each attempt, so that the summary takes the focus again. */
  readonly attempt: number;
  /** The server's, which comes after the attempt. */
  readonly refusal: RefusalAnswer | null;
}

/** All that must be corrected, in the fields' own words; each line leads to its field. */
export function ErrorSummary({ issues, attempt, refusal }: Props) {
  const t = useTranslate();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt, refusal]);
  if (issues.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{t("form.toCorrect", { smart_count: issues.length })}</h2>
      <ul>
        {issues.map((issue) => (
          <li key={issue.field}>
            <button type="button" onClick={() => focusField(issue.field)}>
              {issue.message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
