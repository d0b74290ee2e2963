import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileBundle, loadPolicyFiles, type LegalReference } from "@socle/policies";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A site's first page, in any language: it shows no text of law. */
const isHomePage = ({ pathname, search }: URL): boolean =>
  /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|accueil)(?:\.\w+)?\/?)?$/iu.test(pathname) && search === "";

/** What points into a text: an article, a principle, a recommendation, a section. */
const PINPOINT =
  /\b(?:articles? (?:[LRD]\. ?)?\d|principe \d|règle R\d|R\d|mesure [A-Z]|critère \d|famille \p{Lu}|section \d|chapitre|annexe \d|point \d)|§ \d|« [^»]+ », \S|niveau Diffusion restreinte/u;

/** How the Journal officiel and the codes number what they publish. */
const LEGIFRANCE =
  /^\/(?:jorf\/article_jo\/JORFARTI\d{12}|jorf\/id\/JORFTEXT\d{12}|(?:codes|loda)\/article_lc\/LEGIARTI\d{12}|circulaire\/id\/\d+)$/u;

/** @returns why a reader who follows the reference does not arrive at what it names; `null` when he does */
function fault({ text, url }: LegalReference): string | null {
  const address = new URL(url);
  if (isHomePage(address)) return "a home page";
  if (!PINPOINT.test(text)) return "no article, principle or section is named";
  if (address.hostname === "www.legifrance.gouv.fr" && !LEGIFRANCE.test(address.pathname))
    return "no number of Légifrance";
  if (address.hostname !== "eur-lex.europa.eu") return null;
  const anchor = /^\/eli\/reg\/(\d{4}\/\d+)\/oj#art_(\d+)$/u.exec(address.pathname + address.hash);
  if (anchor === null) return "no article in the address";
  const named = [...text.matchAll(/\b(\d{4}\/\d+)\b.*?\barticle (\d+)/gu)].map(([, act, article]) => [act, article]);
  return named.some(([act, article]) => act === anchor[1] && article === anchor[2])
    ? null
    : "another article in the address";
}

const rules = compileBundle(loadPolicyFiles(join(root, "policies")));
const legal = rules.ok
  ? rules.bundle.rules.flatMap(({ id, legal: texts }) => texts.map((each) => ({ id, ...each })))
  : [];

describe("the texts that rules apply", () => {
  it("are each named to the article, at an address of its own", () => {
    expect(legal.length).toBeGreaterThan(40);
    expect(
      legal.flatMap((each) =>
        fault(each) === null ? [] : [`${each.id}: ${each.text} <${each.url}>: ${String(fault(each))}`],
      ),
    ).toEqual([]);
  });

  it("have one address wherever they are cited", () => {
    const addresses = new Map<string, Set<string>>();
    for (const { text, url } of legal) addresses.set(text, (addresses.get(text) ?? new Set()).add(url));
    expect([...addresses].filter(([, urls]) => urls.size > 1)).toEqual([]);
  });

  it.each([
    ["https://www.legifrance.gouv.fr", "Loi n° 2024-449, article 31", "a home page"],
    ["https://www.legifrance.gouv.fr/", "Loi n° 2024-449, article 31", "a home page"],
    ["https://cyber.gouv.fr/en/", "Référentiel, § 19.6", "a home page"],
    ["https://www.cnil.fr/fr", "RGPD, article 30", "a home page"],
    ["https://www.numerique.gouv.fr/accueil", "Guide, principe 2", "a home page"],
    [
      "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049563368",
      "Loi n° 2024-449",
      "no article, principle or section is named",
    ],
    [
      "https://www.legifrance.gouv.fr/liste/code",
      "Code de la santé publique, article L. 1111-8",
      "no number of Légifrance",
    ],
    [
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
      "Règlement (UE) 2016/679, article 30",
      "no article in the address",
    ],
    [
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_30",
      "Règlement (UE) 2016/679, article 35",
      "another article in the address",
    ],
    [
      "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_26",
      "Règlement (UE) 2024/1689, article 26",
      "another article in the address",
    ],
    ["https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_30", "Règlement (UE) 2016/679, article 30", null],
  ])("refuse %s for %s: %s", (url, text, why) => {
    expect(fault({ url, text })).toBe(why);
  });
});

it("sends nobody to the first page of an official site", () => {
  const listed = execFileSync(
    "git",
    ["ls-files", "policies", "control-plane", "console/src", "scheduler/src", "migrations"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  const files = listed.split("\n").filter((file) => /\.(?:ts|tsx|ya?ml|json|graphql|sql)$/u.test(file));
  const official =
    /https?:\/\/(?:[\w-]+\.)*(?:legifrance|cyber|sgdsn|numerique|info|modernisation|fonction-publique)\.gouv\.fr[^\s"'`)>\\]*|https?:\/\/(?:[\w-]+\.)*(?:cnil\.fr|europa\.eu)[^\s"'`)>\\]*/gu;
  const bare = files.flatMap((file) =>
    (readFileSync(join(root, file), "utf8").match(official) ?? [])
      .filter((address) => isHomePage(new URL(address)))
      .map((address) => `${file}: ${address}`),
  );
  expect(bare).toEqual([]);
});
