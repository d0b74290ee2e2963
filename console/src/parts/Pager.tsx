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
      <Step words="previous" reason="first" onStep={onPrevious} />
      <span>{t("table.page", { page: format.integer(page), pages: format.integer(pages) })}</span>
      <Step words="next" reason="last" onStep={onNext} />
    </nav>
  );
}

interface CursorProps {
  readonly page: number;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** For lists whose end nobody counts: the page one is on, the one before and the one after. */
export function CursorPager({ page, onPrevious, onNext }: CursorProps) {
  const t = useTranslate();
  const format = useFormat();
  if (onPrevious === undefined && onNext === undefined) return null;
  return (
    <nav className="pager" aria-label={t("table.pages")}>
      <Step words="previous" reason="first" onStep={onPrevious} />
      <span>{t("table.pageOnly", { page: format.integer(page) })}</span>
      <Step words="next" reason="last" onStep={onNext} />
    </nav>
  );
}

interface StepProps {
  readonly words: "previous" | "next";
  readonly reason: "first" | "last";
  readonly onStep: (() => void) | undefined;
}

function Step({ words, reason, onStep }: StepProps) {
  const t = useTranslate();
  return (
    <ExplainedButton
      size="small"
      onClick={onStep}
      disabledReason={onStep === undefined ? t(`table.${reason}`) : undefined}
    >
      {t(`table.${words}`)}
    </ExplainedButton>
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
