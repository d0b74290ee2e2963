import { useTranslate } from "react-admin";
import { useFormat } from "../../i18n/use-format";
import { ExplainedButton } from "../ExplainedButton";
import type { List } from "./use-list";

/** The page one is on, the one before and the one after. */
export function Pager<Row>({ list }: { readonly list: Pick<List<Row>, "state" | "change" | "next" | "pages"> }) {
  const t = useTranslate();
  const format = useFormat();
  const { cursors } = list.state;
  const { next, pages } = list;
  if (cursors.length === 0 && next === null) return null;
  return (
    <nav className="pager" aria-label={t("table.pages")}>
      <Step
        words="previous"
        reason="first"
        onStep={cursors.length > 0 ? () => list.change({ cursors: cursors.slice(0, -1) }) : undefined}
      />
      <span>
        {t(pages === null ? "table.pageOnly" : "table.page", {
          page: format.integer(cursors.length + 1),
          pages: format.orNone(pages, format.integer),
        })}
      </span>
      <Step
        words="next"
        reason="last"
        onStep={next === null ? undefined : () => list.change({ cursors: [...cursors, next] })}
      />
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
