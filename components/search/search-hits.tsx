import { useTranslations } from "next-intl";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { SearchHit, SearchResult } from "@/lib/domain/search-result.ts";
import { excerptOf, marked } from "@/lib/domain/search-text.ts";
import { GOALS, THEMES } from "@/lib/domain/themes.ts";
import { editionPath, formulationPath, itemPath, policyPath, visionPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useFilterWords } from "./filter-words.ts";
import { Pieces } from "./pieces.tsx";

/** Where a text can be read: its item as it is now, or its place in the last Edition that says it, from where its phases are reached. */
function hrefOf(lang: Language, { organization, fiscalYear, kind, code, toEdition }: SearchHit): string {
  const policy = [lang, organization.slug, fiscalYear] as const;
  if (toEdition !== null) {
    const edition = editionPath(...policy, toEdition);
    const isItem = kind !== "policy" && kind !== "notice" && kind !== "aim" && kind !== "opinion";
    return isItem ? `${edition}#${itemAnchor({ type: kind, code: code ?? "" })}` : edition;
  }
  switch (kind) {
    case "policy":
      return policyPath(...policy);
    case "notice":
      return `${policyPath(...policy)}#notices`;
    case "aim":
      return visionPath(...policy);
    case "opinion":
      return formulationPath(...policy);
    default:
      return itemPath(...policy, { type: kind, code: code ?? "" });
  }
}

/** What was found, each text with where it stands and what is known of it. */
export function SearchHits({ lang, result }: { lang: Language; result: SearchResult }) {
  return (
    <ol className="grid gap-8 md:gap-10">
      {result.hits.map((hit) => (
        <li key={`${hit.nodeId} ${hit.fromEdition}`}>
          <Hit lang={lang} hit={hit} result={result} />
        </li>
      ))}
    </ol>
  );
}

function Hit({ lang, hit, result }: { lang: Language; hit: SearchHit; result: SearchResult }) {
  const words = useTranslations("search");
  const wordsOf = useFilterWords(lang, result.organizations);
  const { organization, fiscalYear, code, title, budgetThousandYen, themes, sdgs, grades } = hit;
  const looked = result.query.words;
  const tags = [
    ...THEMES.filter(({ code: theme }) => themes.includes(theme)).map(({ label }) => label[lang]),
    ...GOALS.filter(({ code: goal }) => sdgs.includes(goal)).map((goal) => `SDGs ${goal.code}`),
  ];
  const facts = [
    ...grades.map((grade) => wordsOf("grade", grade)),
    ...(budgetThousandYen === null ? [] : [words("budgetWords", { amount: amountWords(lang, budgetThousandYen) })]),
    ...tags,
  ];
  return (
    <article className="grid gap-2 border-hairline border-t pt-5">
      <p className="figures text-ink-soft text-sm">
        {lang === "ja" ? organization.nameJa : organization.nameEn} {organization.sample ? <SampleMark /> : null}{" "}
        {fiscalYearWords(lang, fiscalYear)}
      </p>
      <h3 className="text-lg">
        <a href={hrefOf(lang, hit)} className="inline-block min-h-target py-1">
          <span className="font-normal text-base text-ink-muted">
            {words(`kinds.${hit.kind}`)} {code === null ? null : <Pieces pieces={marked(code, looked)} />}
          </span>{" "}
          {title === null ? null : (
            <span lang="ja">
              <Pieces pieces={marked(title, looked)} />
            </span>
          )}
        </a>
      </h3>
      <Stood hit={hit} />
      {hit.text === "" ? null : (
        <p lang="ja" className="max-w-prose text-ink-soft">
          <Pieces pieces={excerptOf(hit.text.replaceAll("\n", " "), looked)} />
        </p>
      )}
      {facts.length === 0 ? null : (
        <ul className="figures flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** That a text is not the one that stands now: its item was removed, or another text replaced it. */
function Stood({ hit: { fromEdition, toEdition, removedIn } }: { hit: SearchHit }) {
  const words = useTranslations("search");
  if (toEdition === null) return null;
  const said =
    removedIn !== null
      ? words("removedIn", { number: removedIn })
      : fromEdition === toEdition
        ? words("replacedOne", { from: fromEdition })
        : words("replaced", { from: fromEdition, to: toEdition });
  return (
    <p>
      <Badge tone={removedIn === null ? "neutral" : "warning"}>{said}</Badge>
    </p>
  );
}
