import { INFERENCE_ERRORS } from "@socle/contracts";
import { useTranslate } from "react-admin";
import { Organisations, RequestCallers, UseCaseApplications } from "../generated/operations";
import { SearchInput } from "../parts/list/SearchInput";
import { Tabs } from "../parts/Tabs";
import { codeKey } from "../providers/refusal";
import { useOperation } from "../providers/use-operation";
import { PERIODS, type RequestPeriod } from "./request-period";
import { OUTCOMES, type RequestChoice } from "./request-filter";

const CODES = Object.keys(INFERENCE_ERRORS);

interface Props {
  readonly choice: RequestChoice;
  readonly onChange: (change: Partial<RequestChoice>) => void;
}

export function RequestFilters({ choice, onChange }: Props) {
  const t = useTranslate();
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  return (
    <>
      <div className="tab-row">
        <Tabs
          label={t("requests.views")}
          current={choice.outcome}
          onChange={(outcome) => onChange({ outcome })}
          tabs={OUTCOMES.map((id) => ({ id, label: t(`requests.outcome.${id}`) }))}
        />
      </div>
      <div className="filters">
        <label>
          {t("requests.period")}
          <select
            className="input"
            value={choice.period}
            onChange={(event) => onChange({ period: event.target.value as RequestPeriod })}
          >
            {PERIODS.map((period) => (
              <option key={period} value={period}>
                {t(`requests.periods.${period}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("requests.organisation")}
          <select
            className="input"
            value={choice.organisation}
            onChange={(event) => onChange({ organisation: event.target.value })}
          >
            <option value="">{t("requests.allOrganisations")}</option>
            {organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.acronym ?? one.name}
              </option>
            ))}
          </select>
        </label>
        <CallerFilters choice={choice} onChange={onChange} />
        <label>
          {t("requests.code")}
          <select className="input" value={choice.code} onChange={(event) => onChange({ code: event.target.value })}>
            <option value="">{t("requests.allCodes")}</option>
            {CODES.map((code) => (
              <option key={code} value={code}>
                {t(`code.${codeKey(code)}`)}
              </option>
            ))}
          </select>
        </label>
        <SearchInput
          label={t("requests.decision")}
          value={choice.decision}
          onSearch={(decision) => onChange({ decision })}
        />
      </div>
    </>
  );
}

/** The use cases of the chosen organisation, then the applications of the chosen use case. */
function CallerFilters({ choice, onChange }: Props) {
  const t = useTranslate();
  const filter = choice.organisation === "" ? null : { organisationId: choice.organisation };
  const listed = useOperation(RequestCallers, { filter }).data?.useCases.edges.map(({ node }) => node) ?? [];
  const chosen = useOperation(UseCaseApplications, { id: choice.useCase }, { enabled: choice.useCase !== "" }).data
    ?.useCase;
  const present = chosen?.id === choice.useCase ? chosen : undefined;
  // An address may name a use case that the list does not hold.
  const useCases = present === undefined || listed.some(({ id }) => id === present.id) ? listed : [present, ...listed];
  return (
    <>
      <label>
        {t("requests.useCase")}
        <select
          className="input"
          value={choice.useCase}
          onChange={(event) => onChange({ useCase: event.target.value })}
        >
          <option value="">{t("requests.allUseCases")}</option>
          {useCases.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {choice.useCase === "" ? null : (
        <label>
          {t("requests.application")}
          <select
            className="input"
            value={choice.application}
            onChange={(event) => onChange({ application: event.target.value })}
          >
            <option value="">{t("requests.allApplications")}</option>
            {(present?.applications ?? []).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
