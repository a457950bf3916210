import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ActiveFilters } from "@/components/search/active-filters.tsx";
import { NothingFound } from "@/components/search/nothing-found.tsx";
import { QueryProblems } from "@/components/search/query-problems.tsx";
import { SearchFilters } from "@/components/search/search-filters.tsx";
import { SearchHits } from "@/components/search/search-hits.tsx";
import { SearchPages } from "@/components/search/search-pages.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { Button } from "@/components/ui/button.tsx";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { searchPublished } from "@/lib/data/published-search.ts";
import {
  type Asked,
  addressOf,
  LONGEST_QUERY,
  MOST_WORDS,
  type ReadQuery,
  readQuery,
} from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { homePath, searchPath } from "@/lib/web/paths.ts";
import { numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { pageMetadata } from "../page-metadata.ts";

type Props = PageProps<"/[lang]/search">;

interface Found {
  readonly read: ReadQuery;
  /** As it was typed into the ends of the budget. */
  readonly typed: { readonly from: string; readonly to: string };
  /** null where what was typed cannot be searched for. */
  readonly result: SearchResult | null;
}

// Asked once a request, for the page and its head.
const search = cache(async (asked: string): Promise<Found> => {
  const address = JSON.parse(asked) as Asked;
  const read = readQuery(address);
  const last = (name: string) => [address[name] ?? ""].flat().at(-1)?.slice(0, LONGEST_QUERY) ?? "";
  const typed = { from: last("from"), to: last("to") };
  return { read, typed, result: read.searchable ? await searchPublished(read.query) : null };
});

const find = async ({ searchParams }: Props) => search(JSON.stringify(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const lang = pageLanguage((await props.params).lang);
  const words = await getTranslations({ locale: lang, namespace: "search" });
  const { read, result } = await find(props);
  const { q } = read.query;
  const count = numberWords(lang, result?.count ?? 0);
  const title =
    result === null ? words("headTitleNot") : q ? words("headTitle", { q, count }) : words("headTitleAll", { count });
  const path = (language: Language) => searchPath(language, addressOf(read.query));
  return pageMetadata(lang, path, { title, description: words("description"), indexed: false });
}

/** Everything public, searched by words and filters that stand in the address. */
export default async function SearchPage(props: Props) {
  const lang = pageLanguage((await props.params).lang);
  return <Search lang={lang} found={await find(props)} />;
}

function Search({ lang, found: { read, typed, result } }: { lang: Language; found: Found }) {
  const words = useTranslations("search");
  const site = useTranslations("site");
  const { query, problems } = read;
  const wrong = problems.flatMap((problem) => (problem.field === "q" ? [problem.code] : []));
  const heading = useHeading(query, result);
  const limit = { "too-long": LONGEST_QUERY, "too-many": MOST_WORDS, characters: 0 };
  return (
    <PublicFrame lang={lang} path={(language) => searchPath(language, addressOf(query))} search={false}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[{ label: site("home"), href: homePath(lang) }, { label: words("title") }]}
          />
        }
        heading={<PageHeading title={<JapaneseParts lang={lang} text={heading} />} lead={<p>{words("lead")}</p>} />}
      >
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <search className="contents">
            <form method="get" action={searchPath(lang)} className="contents">
              <div className="flex flex-wrap items-end gap-x-3 gap-y-2 lg:col-span-2 print:hidden">
                <TextInput
                  name="q"
                  type="search"
                  label={words("box.label")}
                  hint={<JapaneseParts lang={lang} text={words("box.hint")} />}
                  errors={wrong.map((code) => words(`q.${code}`, { limit: limit[code] }))}
                  defaultValue={query.q}
                  className="grow basis-72 sm:max-w-2xl"
                />
                <Button className={wrong.length > 0 ? "self-center" : ""}>{words("box.button")}</Button>
              </div>
              {result ? (
                <SearchFilters lang={lang} result={result} typed={typed} problems={problems} />
              ) : (
                <Kept address={addressOf({ ...query, q: "", page: 1 })} />
              )}
            </form>
          </search>
          <section
            aria-labelledby="results"
            className={`grid min-w-0 content-start gap-6 ${result ? "lg:col-start-2" : "lg:col-span-2"}`}
          >
            <h2 id="results" className="sr-only">
              {words("results")}
            </h2>
            <QueryProblems problems={problems} />
            {result ? (
              <>
                <ActiveFilters lang={lang} result={result} />
                {result.count === 0 ? <NothingFound lang={lang} result={result} /> : null}
                {result.count > 0 ? <SearchHits lang={lang} result={result} /> : null}
                <SearchPages lang={lang} result={result} />
              </>
            ) : null}
          </section>
        </div>
      </PageShell>
    </PublicFrame>
  );
}

function useHeading({ q }: ReadQuery["query"], result: SearchResult | null): string {
  const words = useTranslations("search");
  // However long what was typed is, the heading stays one.
  const shown = words("quoted", { q: [...q].length > 40 ? `${[...q].slice(0, 40).join("")}…` : q });
  if (result === null) return words("headingNot", { q: shown });
  return q ? words("heading", { q: shown, count: result.count }) : words("headingAll", { count: result.count });
}

/** Filters that cannot be shown beside what cannot be searched for, kept for the next try. */
function Kept({ address }: { address: Asked }) {
  return Object.entries(address).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}
