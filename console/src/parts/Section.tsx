import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Without its ink rule, when a table with its own rule follows. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a page, standing on its ink rule. */
export function Section({ title, aside, bare = false, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header className={bare ? "bare" : undefined}>
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div className="aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
