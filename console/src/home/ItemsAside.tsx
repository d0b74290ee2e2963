import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Section } from "../parts/Section";

export interface Item {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  /** State and date, in words. */
  readonly detail: ReactNode;
}

interface Props {
  readonly title: string;
  /** The whole list. */
  readonly all: string;
  readonly items: readonly Item[];
  /** Said when there is none. */
  readonly none: string;
}

/** The first few of a list that a role watches, and the way to all of it. */
export function ItemsAside({ title, all, items, none }: Props) {
  const t = useTranslate();
  return (
    <Section
      title={title}
      aside={
        <Link to={all}>
          {t("action.seeAll")}
          <span className="sr-only"> ({title})</span>
        </Link>
      }
    >
      {items.length === 0 ? (
        <p className="small ink2" style={{ paddingTop: 8 }}>
          {none}
        </p>
      ) : (
        <ul className="list-plain">
          {items.map(({ id, to, title: name, detail }) => (
            <li key={id}>
              <Link className="quiet" to={to}>
                {name}
              </Link>
              <span className="small ink3" style={{ display: "block" }}>
                {detail}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
