export interface AccountItem {
  readonly label: string;
  readonly value: string;
  readonly operator?: "−" | "+" | "=";
  readonly kind?: "total" | "borrowed";
  /** Opens another equation, set off by a rule. */
  readonly startsGroup?: boolean;
}

interface Props {
  readonly label: string;
  readonly items: readonly AccountItem[];
}

/** An equation of figures at the head of a screen: what there is, and where it goes. */
export function AccountLine({ label, items }: Props) {
  return (
    <section aria-label={label}>
      <dl className="account">
        {items.map((item, index) => (
          <div
            key={`${item.label}-${index}`}
            data-operator={item.operator}
            className={[item.kind, item.startsGroup === true ? "group" : undefined].filter(Boolean).join(" ")}
          >
            <dt>{item.label}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
