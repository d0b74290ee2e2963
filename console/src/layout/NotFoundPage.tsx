import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { PageHead } from "../parts/PageHead";

export function NotFoundPage() {
  const t = useTranslate();
  return (
    <>
      <PageHead title={t("layout.notFound")} lead={t("layout.notFoundLead")} />
      <p>
        <Link to="/">{t("menu.home")}</Link>
      </p>
    </>
  );
}
