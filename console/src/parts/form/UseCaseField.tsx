import { useState } from "react";
import { useTranslate } from "react-admin";
import { UseCases } from "../../generated/operations";
import { useOperation } from "../../providers/use-operation";
import type { FieldAttributes } from "../Field";
import { useSettled } from "../list/use-settled";

const MOST = 20;

interface Props {
  readonly attributes: FieldAttributes;
  /** Id of the use case. */
  readonly value: string;
  /** Chosen before, whatever is sought now. */
  readonly known: readonly (readonly [id: string, words: string])[];
  readonly onChange: (id: string) => void;
}

/** Chooses one use case among those that have the words sought: there may be too many for one list. */
export function UseCaseField({ attributes, value, known, onChange }: Props) {
  const t = useTranslate();
  const [search, setSearch] = useState("");
  const sought = useSettled(search.trim());
  const asked = { filter: { search: sought === "" ? null : sought }, first: MOST };
  const found = useOperation(UseCases, asked).data?.useCases.edges ?? [];
  const options = new Map([
    ...known,
    ...found.map(
      ({ node }) => [node.id, `${node.name} (${node.organisation.acronym ?? node.organisation.name})`] as const,
    ),
  ]);
  return (
    <span className="search-choice">
      <input
        className="input"
        type="search"
        aria-label={t("form.searchUseCase")}
        placeholder={t("form.searchUseCase")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <select {...attributes} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(options.size === 0 ? "form.noUseCase" : "form.chooseUseCase")}</option>
        {[...options].map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
