interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

/** Views of one page or of one list; buttons in a named group, so that arrows keep their usual meaning. */
export function Tabs<Id extends string>({ label, tabs, current, onChange }: Props<Id>) {
  return (
    <div className="tabs" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.id} type="button" aria-pressed={tab.id === current} onClick={() => onChange(tab.id)}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** A choice between a few units or views, beside a section's title. */
export function Segments<Id extends string>({ label, tabs, current, onChange }: Props<Id>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.id} type="button" aria-pressed={tab.id === current} onClick={() => onChange(tab.id)}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}
