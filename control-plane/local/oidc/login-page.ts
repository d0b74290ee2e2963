import { LOCAL_PASSWORD, type SampleUser } from "./sample-users.ts";

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; padding: 2rem 1rem; max-width: 46rem }
  h1 { font-size: 1.4rem; margin: 0 0 .25rem }
  ul { list-style: none; padding: 0; display: grid; gap: .5rem }
  button { font: inherit; width: 100%; text-align: left; padding: .6rem .8rem; border-radius: 6px;
    border: 1px solid color-mix(in srgb, currentColor 35%, transparent); background: transparent; color: inherit;
    cursor: pointer }
  button:hover, button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px }
  small { display: block }
  form.own { display: grid; gap: .5rem; max-width: 24rem }
  input { font: inherit; padding: .4rem .5rem; border-radius: 6px; border: 1px solid; width: 100%; box-sizing: border-box }
  .error { border-left: 4px solid #b00020; padding-left: .75rem }
`;

/** A page without script or outside asset: one button a sample person, and a form for those who would rather type. */
export function loginPage(action: string, users: readonly SampleUser[], error: string | null): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Local sign-in – Socle</title><style>${STYLE}</style></head><body><main>
<h1>Local sign-in</h1>
<p>Sample people of this machine's registry. Their password is <code>${LOCAL_PASSWORD}</code> and works on this machine only.</p>
${error === null ? "" : `<p class="error" role="alert">${escape(error)}</p>`}
<ul>${users.map((user) => `<li>${userForm(action, user)}</li>`).join("")}</ul>
<h2>With an address</h2>
<form class="own" method="post" action="${escape(action)}">
<label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="username" required>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button></form>
</main></body></html>`;
}

function userForm(action: string, user: SampleUser): string {
  const roles = user.memberships.map(({ role, organisation }) => `${role.replaceAll("_", " ")} · ${organisation}`);
  return `<form method="post" action="${escape(action)}">
<input type="hidden" name="email" value="${escape(user.email)}">
<input type="hidden" name="password" value="${LOCAL_PASSWORD}">
<button type="submit" data-email="${escape(user.email)}">${escape(`${user.givenName} ${user.usualName}`)}
<small>${escape(roles.join(", "))}${user.contractor ? " · contractor" : ""}${user.mfa ? "" : " · no second factor"}</small></button></form>`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
