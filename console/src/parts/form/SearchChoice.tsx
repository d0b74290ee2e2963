import type { FieldAttributes } from "../Field";

interface Props {
  readonly attributes: Partial<FieldAttributes>;
  readonly value: string;
  /** What the words are looked for in. */
  readonly label: string;
  readonly search: string;
  readonly onSearch: (words: string) => void;
  /** The words of no choice. */
  readonly none: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

/** One of a list that is too long to be shown whole: those that have the words sought. */
export function SearchChoice(props: Props) {
  const { attributes, value, label, search, onSearch, none, options, onChange } = props;
  return (
    <span className="search-choice">
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <select {...attributes} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
