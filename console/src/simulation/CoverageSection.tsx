import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import { Section } from "../parts/Section";
import type { SimulationOutcome, SimulationSheet } from "../parts/rules/simulation-kinds";

interface Props {
  readonly sheet: SimulationSheet;
  readonly outcome: SimulationOutcome;
}

const WIDTH = 960;
const GAP = 2;
const LEAST = 3;
const PARTS = ["replayed", "partial", "impossible"] as const;
const MARKS = { replayed: "cell-used", partial: "cell-lent", impossible: "cell-free" } as const;

/** What the simulation could replay, before what it found: nothing is presumed of facts that were not kept. */
export function CoverageSection({ sheet, outcome: { coverage, recordsDigest, seconds } }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const judged = coverage.replayed + coverage.partial + coverage.impossible;
  return (
    <Section
      title={t("simulations.coverage")}
      aside={
        <span className="ink2 small">
          {t("simulations.windowOf", { from: format.date(sheet.fromDay), to: format.date(sheet.toDay) })}
          {" · "}
          {sheet.organisation?.name}
        </span>
      }
    >
      {judged === 0 ? (
        <p>{t("simulations.nothingJudged")}</p>
      ) : (
        <div className="coverage">
          <p className="share">
            {format.percent(coverage.replayed / judged)}
            <span className="ink2 small">{t("simulations.allFacts")}</span>
          </p>
          <CoverageBar coverage={coverage} judged={judged} />
        </div>
      )}
      <Missing missing={coverage.missing} />
      <p className="small ink2">
        {t("simulations.notJudged", {
          count: format.integer(coverage.notJudged),
          records: format.integer(coverage.records),
          seconds: format.decimal(seconds),
        })}{" "}
        <span className="mono">{recordsDigest.slice(0, 16)}</span>
      </p>
    </Section>
  );
}

type Coverage = SimulationOutcome["coverage"];

function CoverageBar({ coverage, judged }: { readonly coverage: Coverage; readonly judged: number }) {
  const t = useTranslate();
  const format = useFormat();
  const shown = PARTS.filter((part) => coverage[part] > 0);
  const words = shown.map((part) => t(`simulations.cover.${part}`, { count: format.integer(coverage[part]) }));
  const bars = barsOf(shown.map((part) => coverage[part] / judged));
  return (
    <div>
      <svg
        className="coverage-bar"
        viewBox={`0 0 ${WIDTH} 16`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.join(", ")}
      >
        {shown.map((part, index) => (
          <rect key={part} className={MARKS[part]} {...bars[index]} y=".5" height="15" />
        ))}
      </svg>
      <ul className="legend spread">
        {shown.map((part, index) => (
          <li key={part}>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={MARKS[part]} x=".5" y=".5" width="11" height="11" />
            </svg>
            {words[index]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Places of shares side by side, a little apart; the smallest can still be seen. */
const barsOf = (shares: readonly number[]): readonly { readonly x: number; readonly width: number }[] =>
  shares.reduce<{ x: number; width: number }[]>((before, share) => {
    const last = before.at(-1);
    const width = Math.max(LEAST, share * (WIDTH - GAP * (shares.length - 1)));
    return [...before, { x: last === undefined ? 0 : last.x + last.width + GAP, width }];
  }, []);

function Missing({ missing }: { readonly missing: Coverage["missing"] }) {
  const t = useTranslate();
  const format = useFormat();
  if (missing.length === 0) return null;
  return (
    <details>
      <summary>{t("simulations.missing", { smart_count: missing.length })}</summary>
      <ul className="small">
        {missing.map(({ fact, records }) => (
          <li key={fact}>
            <span className="mono">{fact}</span> : {t("simulations.missingFor", { count: format.integer(records) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
