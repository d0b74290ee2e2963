import { useState } from "react";
import { useTranslate } from "react-admin";
import { UseCases } from "../../generated/operations";
import { useOperation } from "../../providers/use-operation";
import type { FieldAttributes } from "../Field";
import { useSettled } from "../list/use-settled";
import { SearchChoice } from "./SearchChoice";

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
    <SearchChoice
      attributes={attributes}
      value={value}
      label={t("form.searchUseCase")}
      search={search}
      onSearch={setSearch}
      none={t(options.size === 0 ? "form.noUseCase" : "form.chooseUseCase")}
      options={[...options]}
      onChange={onChange}
    />
  );
}
