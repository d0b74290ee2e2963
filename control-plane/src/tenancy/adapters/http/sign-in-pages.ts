import { createHash } from "node:crypto";

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#161616;background:#fff}" +
  "h1{font-size:1.5rem}a{color:inherit}@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}}";

/** These pages hold nothing but text and this one style. */
export const SIGN_IN_PAGE_CSP = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

interface PageText {
  readonly status: number;
  readonly fr: readonly [title: string, text: string];
  readonly en: readonly [title: string, text: string];
}

const PAGES = {
  "sign_in.organisation_unknown": {
    status: 403,
    fr: ["Organisation inconnue", "Le SIRET transmis par votre fournisseur d’identité n’est pas dans le registre."],
    en: ["Unknown organisation", "The SIRET sent by your identity provider is not in the registry."],
  },
  "sign_in.no_membership": {
    status: 403,
    fr: ["Pas encore de rôle", "Votre identité est reconnue, mais personne ne vous a encore donné de rôle ici."],
    en: ["No role yet", "Your identity is known, but nobody has given you a role here yet."],
  },
  "sign_in.refused": {
    status: 400,
    fr: ["Connexion non aboutie", "La réponse du fournisseur d’identité n’a pas pu être vérifiée. Recommencez."],
    en: ["Sign-in failed", "The identity provider’s answer could not be verified. Start again."],
  },
  "sign_in.too_often": {
    status: 429,
    fr: ["Trop de tentatives", "Trop de connexions ont été tentées depuis votre réseau. Réessayez dans une minute."],
    en: ["Too many attempts", "Sign-in was tried too often from your network. Try again in a minute."],
  },
  "oidc.unavailable": {
    status: 503,
    fr: ["Connexion indisponible", "Le fournisseur d’identité ne répond pas. Réessayez dans une minute."],
    en: ["Sign-in unavailable", "The identity provider does not answer. Try again in a minute."],
  },
  "database.unavailable": {
    status: 503,
    fr: ["Service indisponible", "La base de données ne répond pas. Réessayez dans une minute."],
    en: ["Service unavailable", "The database does not answer. Try again in a minute."],
  },
} as const satisfies Record<string, PageText>;

export type SignInPage = keyof typeof PAGES;
export const isSignInPage = (code: string): code is SignInPage => Object.hasOwn(PAGES, code);

/** The page in both languages, with a way to try again. */
export function signInPage(code: SignInPage): { readonly status: number; readonly html: string } {
  const { status, fr, en } = PAGES[code];
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${fr[0]} · Socle</title><style>${STYLE}</style><main><h1>${fr[0]}</h1><p>${fr[1]}</p>
<section lang="en"><h2>${en[0]}</h2><p>${en[1]}</p></section>
<p><a href="/auth/login">Se connecter · <span lang="en">Sign in</span></a></p><p><small>${code}</small></p></main></html>`;
  return { status, html };
}
