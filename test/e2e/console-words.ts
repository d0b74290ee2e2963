import type { Page } from "playwright-core";
import type { Look } from "./console-browser.ts";

type Tree = { readonly [key: string]: string | Tree };

const valuesOf = (tree: Tree): readonly string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? value.split(" |||| ") : valuesOf(value)));

/** Named at run time: the console's own compiler settings are not those of the tests. */
async function dictionary(locale: Look["locale"]): Promise<Tree> {
  const file = `../../console/src/i18n/${locale}/index.ts`;
  const loaded = (await import(/* @vite-ignore */ file)) as Readonly<Record<string, Tree>>;
  return loaded[locale] ?? {};
}
const [fr, en] = [await dictionary("fr"), await dictionary("en")];
const SAID = { fr: new Set(valuesOf(fr)), en: new Set(valuesOf(en)) };
const OTHER = { fr: "en", en: "fr" } as const;
/** The part of a page that says a name as it is written elsewhere: a key, a digest, a column of a standard. */
const NAMES = ".mono, code, pre, [lang], script, style, textarea";

const RAW = [
  /\b[a-z]+(?:_[a-z]+)+\b/u,
  /\b[A-Z]+(?:_[A-Z]+)+\b/u,
  /\d{4}-\d\d-\d\dT\d\d:/u,
  /\bNaN\b|\bundefined\b|\[object /u,
  new RegExp(`^(?:${Object.keys(fr).join("|")})\\.[a-zA-Z_.]+$`, "u"),
];
const ENGLISH = /\b(?:the|and|with|which|are|of)\b/iu;

/** What a page says in codes, or in the words of the other language; empty is right. */
export async function foreignWords(page: Page, { locale }: Look): Promise<readonly string[]> {
  const texts = await page.locator("main").evaluateAll((mains, names) => {
    const found: string[] = [];
    for (const main of mains) {
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (node.parentElement?.closest(names) === null) found.push(node.textContent?.trim() ?? "");
    }
    return found;
  }, NAMES);
  const isForeign = (text: string): boolean =>
    RAW.some((code) => code.test(text)) ||
    (/\p{L}{3}/u.test(text) && SAID[OTHER[locale]].has(text) && !SAID[locale].has(text)) ||
    (locale === "fr" && ENGLISH.test(text));
  return [...new Set(texts.filter(isForeign))];
}
