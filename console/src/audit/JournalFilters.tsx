import { useTranslate } from "react-admin";
import { Organisations } from "../generated/operations";
import { useOperation } from "../providers/use-operation";
import { actKey, actsOf, JOURNAL_FILTERS, ROOMS } from "./journal-filter";

interface Props {
  readonly filters: Readonly<Record<string, string>>;
  /** Who acted in what is shown: the reference, and the name. */
  readonly people: ReadonlyMap<string, string>;
  readonly onChange: (filters: Readonly<Record<string, string>>) => void;
}

/** Act, body, person and period. */
export function JournalFilters({ filters, people, onChange }: Props) {
  const t = useTranslate();
  const organisations = useOperation(Organisations, {}).data?.organisations ?? [];
  const field = (name: (typeof JOURNAL_FILTERS)[number]) => ({
    className: "input",
    value: filters[name] ?? "",
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange({ [name]: target.value }),
  });
  return (
    <>
      <label>
        {t("journal.act")}
        <select {...field("act")}>
          <option value="">{t("journal.allActs")}</option>
          {ROOMS.map((room) => (
            <optgroup key={room} label={t(`actRoom.${room}`)}>
              <option value={room}>{t("journal.allOf", { room: t(`actRoom.${room}`) })}</option>
              {actsOf(room).map((act) => (
                <option key={act} value={act}>
                  {t(actKey(act))}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        {t("journal.organisation")}
        <select {...field("organisation")}>
          <option value="">{t("journal.allOrganisations")}</option>
          {organisations.map(({ id, name, acronym }) => (
            <option key={id} value={id}>
              {acronym ?? name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("journal.actor")}
        <select {...field("actor")}>
          <option value="">{t("journal.everybody")}</option>
          {[...people].map(([ref, name]) => (
            <option key={ref} value={ref}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("journal.from")}
        <input type="date" {...field("from")} />
      </label>
      <label>
        {t("journal.to")}
        <input type="date" {...field("to")} />
      </label>
    </>
  );
}
