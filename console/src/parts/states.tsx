import { Button } from "@mui/material";
import { OctagonX } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { codeKey } from "../providers/refusal";

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing yet: the fact, and what creates the first one. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children}
    </div>
  );
}

interface NoResultProps {
  readonly filter: string;
  readonly onClear: () => void;
}

/** Something exists, but not for this filter: says which one, and clears it. */
export function NoResult({ filter, onClear }: NoResultProps) {
  const t = useTranslate();
  return (
    <div className="empty" role="status">
      <p className="strong">{t("state.noResult", { filter })}</p>
      <Button size="small" onClick={onClear}>
        {t("action.clearFilters")}
      </Button>
    </div>
  );
}

/** A still skeleton, after 300 ms. */
export function Loading({ label }: { readonly label?: string }) {
  const t = useTranslate();
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      {visible ? (
        <div className="skeleton" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ) : null}
      <p className="sr-only" role="status">
        {label ?? t("state.loading")}
      </p>
    </div>
  );
}

const codeOf = (error: Error): string => (error as { body?: { code?: string } }).body?.code ?? "network";

interface FailureProps {
  readonly error: Error;
  /** Time of the figures that stay on screen, when there are some. */
  readonly staleSince?: number;
  readonly onRetry: () => void;
}

/** What failed, what is shown instead, how to try again, and the code to quote. */
export function Failure({ error, staleSince, onRetry }: FailureProps) {
  const t = useTranslate();
  const format = useFormat();
  const code = codeOf(error);
  return (
    <div className="note error" role="alert">
      <OctagonX className="icon" aria-hidden="true" />
      <span>
        <span className="strong">{t(`code.${codeKey(code)}`, { _: t("state.failed") })}</span>{" "}
        {staleSince === undefined
          ? null
          : `${t("state.stale", { time: format.timeWithSeconds(new Date(staleSince).toISOString()) })} `}
        <button type="button" className="link" onClick={onRetry}>
          {t("action.retry")}
        </button>
        <span className="small ink2" style={{ display: "block" }}>
          {t("state.code")} <span className="mono">{code}</span>
        </span>
      </span>
    </div>
  );
}

interface QueryStateProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: Error | null;
    readonly dataUpdatedAt: number;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}

/** Loading, error or figures; after a failure the last figures stay, with their time. */
export function QueryState<Data>({ query, children }: QueryStateProps<Data>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.error === null ? <Loading /> : <Failure error={query.error} onRetry={retry} />;
  }
  return (
    <>
      {query.error === null ? null : <Failure error={query.error} staleSince={query.dataUpdatedAt} onRetry={retry} />}
      {children(query.data)}
    </>
  );
}
