import { useTranslate } from "react-admin";
import { type BudgetRow, Budgets } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useOwnBodies } from "../parts/bodies/use-own-bodies";
import { Meter } from "../parts/Meter";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { useOperation } from "../providers/use-operation";

/** The euro budget of this person's own organisations that is nearest to its end. */
export function BudgetAside() {
  const t = useTranslate();
  const format = useFormat();
  const query = useOperation(Budgets, {}, { every: 30_000 });
  const own = useOwnBodies().map(({ id }) => id);
  const budgets = (query.data?.budgets ?? []).filter((budget) => budget.unit === "EURO");
  const budget = mostUsed(budgets.filter(({ nodeId }) => own.includes(nodeId)));
  if (query.data !== undefined && budget === undefined) return null;
  return (
    <Section
      title={t("home.budget", { name: budget?.nodeName ?? "" })}
      aside={budget === undefined ? undefined : format.month(budget.periodStart)}
    >
      <QueryState query={query}>{() => (budget === undefined ? null : <BudgetAccount budget={budget} />)}</QueryState>
    </Section>
  );
}

const usedShare = (budget: BudgetRow): number =>
  budget.amount === 0 ? 0 : (budget.settled + budget.leased) / budget.amount;

const mostUsed = (budgets: readonly BudgetRow[]): BudgetRow | undefined =>
  [...budgets].sort((a, b) => usedShare(b) - usedShare(a))[0];

function BudgetAccount({ budget }: { readonly budget: BudgetRow }) {
  const t = useTranslate();
  const format = useFormat();
  const share = usedShare(budget);
  return (
    <>
      <dl className="pairs">
        <dt>{t("budget.settled")}</dt>
        <dd className="nowrap">{format.euro(budget.settled)}</dd>
        <dt>{t("budget.leased")}</dt>
        <dd className="nowrap">{format.euro(budget.leased)}</dd>
        <dt>{t("budget.left")}</dt>
        <dd className="nowrap">{format.euro(budget.left)}</dd>
        <dt className="total">{t("budget.amount")}</dt>
        <dd className="total nowrap">{format.euro(budget.amount)}</dd>
      </dl>
      <div style={{ margin: "8px 0 6px" }}>
        <Meter label={t("budget.meter", { share: format.percent(share) })} share={share} />
      </div>
      <p className="small ink3">{t("budget.meter", { share: format.percent(share) })}</p>
    </>
  );
}
