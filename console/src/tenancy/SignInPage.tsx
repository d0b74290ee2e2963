import { Button, CssBaseline } from "@mui/material";
import { useEffect } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { Brand } from "../layout/Brand";
import { LanguageSwitch } from "../layout/LanguageSwitch";
import { useClient } from "../providers/client-context";

/** The way in: the identity provider's page, or one of the sample persons when the console runs alone. */
export function SignInPage() {
  const t = useTranslate();
  const client = useClient();
  const [locale] = useLocaleState();
  const samples = client.samplePersons;
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = `${t("signIn.title")} – Socle`;
  }, [locale, t]);
  const returnTo = new URLSearchParams(window.location.search).get("returnTo") ?? "/";
  return (
    <div className="sign-in">
      <CssBaseline />
      <main>
        <div className="row">
          <Brand />
          <span className="push">
            <LanguageSwitch />
          </span>
        </div>
        <h1>{t("signIn.title")}</h1>
        <p className="ink2">{t("signIn.lead")}</p>
        {samples.length === 0 ? (
          <Button variant="contained" onClick={() => client.signIn(returnTo)}>
            {t("signIn.withAgentAccount")}
          </Button>
        ) : (
          <ul className="persons">
            {samples.map((person) => (
              <li key={person.id}>
                <button type="button" onClick={() => client.signIn(person.id)}>
                  <span className="strong">{person.name}</span>{" "}
                  <span className="ink3">
                    {person.organisation} · {t(`role.${person.role}`)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </main>
    </div>
  );
}
