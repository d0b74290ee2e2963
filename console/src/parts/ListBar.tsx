import type { ReactNode } from "react";
import { Tabs } from "./Tabs";

interface Props<View extends string> {
  /** Name of the group of views. */
  readonly label: string;
  readonly views: readonly { readonly id: View; readonly label: string }[];
  readonly view: View;
  readonly onView: (view: View) => void;
  /** What is counted, at the end of the row. */
  readonly count?: ReactNode;
  /** What the words are looked for in. */
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Above a list: its views as tabs, and the words sought. */
export function ListBar<View extends string>(props: Props<View>) {
  return (
    <>
      <div className="tab-row">
        <Tabs label={props.label} current={props.view} onChange={props.onView} tabs={props.views} />
        <span className="as-of" role="status">
          {props.count}
        </span>
      </div>
      <div className="filters">
        <label>
          {props.searchLabel}
          <input
            className="input"
            type="search"
            value={props.search}
            onChange={(event) => props.onSearch(event.target.value)}
          />
        </label>
      </div>
    </>
  );
}
