import { useId, useState } from "react";
import { useTranslate } from "react-admin";
import { JournalActors, Organisations } from "../generated/operations";
import { SearchChoice } from "../parts/form/SearchChoice";
import { useSettled } from "../parts/list/use-settled";
import { hasWords } from "../parts/words";
import { useOperation } from "../providers/use-operation";
import { actorWords, SYSTEM } from "./event-facts";
import { actKey, actsOf, JOURNAL_FILTERS, ROOMS } from "./journal-filter";

/** As many as one reads before typing some of the name. */
const MOST_ACTORS = 50;

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
      <ActorFilter value={filters["actor"] ?? ""} known={people} onChange={(actor) => onChange({ actor })} />
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

interface ActorProps {
  readonly value: string;
  readonly known: Props["people"];
  readonly onChange: (actor: string) => void;
}

/** Everybody who acted, sought by name on the server; who acted in what is shown, and who is chosen, stay among them. */
function ActorFilter({ value, known, onChange }: ActorProps) {
  const t = useTranslate();
  const id = useId();
  const [search, setSearch] = useState("");
  const sought = useSettled(search.trim());
  const found = useOperation(JournalActors, { search: sought, first: MOST_ACTORS }).data?.journalActors ?? [];
  // The server knows parts of the platform by their code alone: they are few, and are sought by what is shown of them.
  const parts = useOperation(JournalActors, { search: "system", first: MOST_ACTORS }).data?.journalActors ?? [];
  const namedParts = parts
    .filter(({ actor }) => actor.startsWith(SYSTEM))
    .map(({ actor }) => [actor, actorWords(actor, null, t)] as const)
    .filter(([, words]) => hasWords(words, sought));
  const chosen = value === "" ? [] : [[value, known.get(value) ?? actorWords(value, value, t)] as const];
  const shown = sought === "" ? known : [];
  const options = new Map([
    ...shown,
    ...chosen,
    ...found.map(({ actor, name }) => [actor, actorWords(actor, name, t)] as const),
    ...namedParts,
  ]);
  return (
    <div className="labelled">
      <label htmlFor={id}>{t("journal.actor")}</label>
      <SearchChoice
        attributes={{ id }}
        value={value}
        label={t("journal.searchActor")}
        search={search}
        onSearch={setSearch}
        none={t(options.size === 0 ? "journal.nobody" : "journal.everybody")}
        options={[...options]}
        onChange={onChange}
      />
    </div>
  );
}
