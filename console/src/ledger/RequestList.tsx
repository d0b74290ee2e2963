import { useTranslate } from "react-admin";
import { Link } from "react-router";
import type { RequestRow } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { StateWord } from "../parts/Tag";
import { codeKey } from "../providers/refusal";
import { outcomeTag } from "./outcome-tag";

interface Props {
  readonly rows: readonly RequestRow[];
  readonly chosen: string | undefined;
  /** The filter's part of the address, kept from one request to the next. */
  readonly address: string;
}

/** Newest first: outcome, time, application, the reason in three words, the duration. */
export function RequestList({ rows, chosen, address }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const suffix = address === "" ? "" : `?${address}`;
  const reason = (row: RequestRow): string =>
    row.code === null ? (row.modelName ?? t("requests.noModel")) : t(`codeShort.${codeKey(row.code)}`, { _: row.code });
  return (
    <nav className="request-list" aria-label={t("menu.requests")}>
      {rows.map((row) => (
        <Link
          key={row.id}
          to={`/requests/${row.id}/show${suffix}`}
          aria-current={row.id === chosen ? "true" : undefined}
        >
          <span>
            <StateWord state={outcomeTag(row.outcome)}>{t(`outcome.${row.outcome}`)}</StateWord>
          </span>
          <span className="nowrap ink2 small">{format.timeWithSeconds(row.at)}</span>
          <span className="meta">
            <span>
              <span className="mono">{row.applicationName ?? t("requests.noApplication")}</span>
              <br />
              {reason(row)}
            </span>
            <span>{format.milliseconds(row.totalMs)}</span>
          </span>
        </Link>
      ))}
    </nav>
  );
}
