import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  /** At most two tags beside the title. */
  readonly tags?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a page; names the document and takes the focus when the page changes. */
export function PageHead({ title, tags, lead, actions }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Socle`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title} {tags}
        </h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
}
