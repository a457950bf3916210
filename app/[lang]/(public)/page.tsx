import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CityForm } from "@/components/city/city-form.tsx";
import { type CityLine, CityList } from "@/components/city/city-list.tsx";
import { LatestList } from "@/components/city/latest-list.tsx";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { SearchBox } from "@/components/search/search-box.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { newestPolicies, publishedPolicies } from "@/lib/data/published.ts";
import { latestEditions } from "@/lib/data/published-organizations.ts";
import { isAskedFor, wasKnown } from "@/lib/domain/city-filter.ts";
import type { LatestEdition } from "@/lib/domain/published-policy.ts";
import { type CityQuery, cityQuery } from "@/lib/web/city-query.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { homePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { pageMetadata } from "./page-metadata.ts";

// Nothing in the address asks for it, and yet each request must meet the Edition that is current then.
export const dynamic = "force-dynamic";

/** How many of the latest Editions are told. */
const LATEST = 10;

type Props = PageProps<"/[lang]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const words = await getTranslations({ locale: lang, namespace: "public.home" });
  return pageMetadata(lang, homePath, { title: words("title"), description: words("description") });
}

/** The front page: every organisation with how its newest policy stands, and what changed lately. */
export default async function HomePage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const all = await publishedPolicies();
  const years = [...new Set(all.flatMap(({ policies }) => policies.map(({ fiscalYear }) => fiscalYear)))].sort(
    (a, b) => b - a,
  );
  const query = cityQuery(await searchParams, years);
  const shown = await newestPolicies(query.fiscalYear);
  const latest = await latestEditions(LATEST);
  const source = all.find(({ organization }) => organization.sourceNote !== null)?.organization;
  return (
    <PublicFrame lang={lang} path={homePath} organization={source} search={false}>
      <City
        lang={lang}
        query={query}
        years={years}
        lines={shown.filter((line) => isAskedFor(line, query))}
        latest={latest.filter((edition) => wasKnown(edition, shown))}
        any={all.length > 0}
      />
    </PublicFrame>
  );
}

function City({
  lang,
  query,
  years,
  lines,
  latest,
  any,
}: {
  lang: Language;
  query: CityQuery;
  years: readonly number[];
  lines: readonly CityLine[];
  latest: readonly LatestEdition[];
  /** Whether anything was released at all. */
  any: boolean;
}) {
  const words = useTranslations("public.home");
  const city = useTranslations("public.standing.city");
  const narrowed = query.text !== "" || query.fiscalYear !== null || query.stage !== null;
  return (
    <PageShell heading={<PageHeading title={words("heading")} lead={<p>{words("lead")}</p>} />}>
      {any ? (
        <>
          <SearchBox lang={lang} id="home-search" labelled />
          <section aria-labelledby="organizations" className="grid min-w-0 gap-6">
            <FigurePatterns />
            <h2 id="organizations">{words("organizations")}</h2>
            <CityForm lang={lang} query={query} years={years} />
            {lines.length === 0 ? (
              <Empty
                title={city("none")}
                action={
                  <ButtonLink href={homePath(lang)} size="small">
                    {city("clear")}
                  </ButtonLink>
                }
              >
                {city("noneWhy")}
              </Empty>
            ) : (
              <div className="grid gap-3">
                <p className="flex flex-wrap items-center gap-x-6" role="status">
                  <span className="figures">{city("found", { count: lines.length })}</span>
                  {narrowed ? (
                    <a href={homePath(lang)} className="inline-flex min-h-target items-center print:hidden">
                      {city("clear")}
                    </a>
                  ) : null}
                </p>
                <CityList lang={lang} lines={lines} />
              </div>
            )}
          </section>
          <section aria-labelledby="lately" className="grid gap-6 print:break-inside-avoid">
            <div className="grid gap-2">
              <h2 id="lately">{city("lately")}</h2>
              <p className="text-ink-muted">{city("latelyLead")}</p>
            </div>
            <LatestList lang={lang} latest={latest} />
          </section>
        </>
      ) : (
        <Empty title={words("noneTitle")}>{words("noneWhy")}</Empty>
      )}
    </PageShell>
  );
}
