interface PageContext {
  type: string;
  body: string;
}

const STYLE = ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:15vh auto;max-width:30rem}";

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Socle</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`;

/** Asks before it ends the session; the package's own page would load a font from elsewhere. */
export function askLogout(context: PageContext, form: string): void {
  context.type = "html";
  context.body = page(
    "Sign out",
    `${form}<button autofocus type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button type="submit" form="op.logoutForm">Stay signed in</button>`,
  );
}

/** Shown when the browser has no page of Socle to go back to. */
export function confirmLogout(context: PageContext): void {
  context.type = "html";
  context.body = page("Signed out", "<p>The session has ended.</p>");
}
