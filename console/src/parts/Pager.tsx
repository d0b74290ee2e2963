import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "./ExplainedButton";

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

export function Pager({ page, pages, onPrevious, onNext }: Props) {
  const t = useTranslate();
  const format = useFormat();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t("table.pages")}>
      <ExplainedButton
        size="small"
        onClick={onPrevious}
        disabledReason={onPrevious === undefined ? t("table.first") : undefined}
      >
        {t("table.previous")}
      </ExplainedButton>
      <span>{t("table.page", { page: format.integer(page), pages: format.integer(pages) })}</span>
      <ExplainedButton
        size="small"
        onClick={onNext}
        disabledReason={onNext === undefined ? t("table.last") : undefined}
      >
        {t("table.next")}
      </ExplainedButton>
    </nav>
  );
}

interface MoreProps {
  readonly onMore: (() => void) | undefined;
  readonly loading: boolean;
  readonly shown: number;
}

/** For lists without an end in sight: what is shown, and more of it. */
export function MoreButton({ onMore, loading, shown }: MoreProps) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <p className="pager">
      <span>{t("table.shown", { count: format.integer(shown), smart_count: shown })}</span>
      {onMore === undefined ? null : (
        <Button size="small" onClick={onMore} aria-disabled={loading}>
          {loading ? t("state.loading") : t("action.more")}
        </Button>
      )}
    </p>
  );
}
