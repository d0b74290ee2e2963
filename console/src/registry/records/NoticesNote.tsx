import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { useFormat } from "../../i18n/use-format";
import type { Sheet } from "../sheet";

/** Models that it calls and that are to end: until when they answer, and what to call instead. */
export function NoticesNote({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const format = useFormat();
  const open = sheet.modelNotices.filter(({ model }) => model.state === "DEPRECATED");
  if (open.length === 0) return null;
  return (
    <div className="note warning">
      <ul className="list-plain">
        {open.map(({ id, model, endsAt, replacement }) => (
          <li key={id}>
            {t("registry.modelEnds", { date: format.date(endsAt) })}{" "}
            <Link to={`/models/${model.id}/show`}>{model.name}</Link>.{" "}
            {replacement === null ? (
              t("models.sunset.nothing")
            ) : (
              <>
                {t("registry.callInstead")} <Link to={`/models/${replacement.id}/show`}>{replacement.name}</Link>.
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
