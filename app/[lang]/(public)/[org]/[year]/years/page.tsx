import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { PolicySection } from "@/components/policy/policy-section.tsx";
import { ComparedItems } from "@/components/years/compared-items.tsx";
import { KindBadge } from "@/components/years/kind-badge.tsx";
import type { YearsComparison } from "@/lib/domain/years.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { yearsPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { pageMetadata, policyNamed } from "../../../page-metadata.ts";
import { releasedYears } from "../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/years">;

const pathOf = (years: YearsComparison) => (language: Language) =>
  yearsPath(language, years.organization.slug, years.now.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const years = await releasedYears(await params);
  const words = await getTranslations({ locale: lang });
  const { organization, now } = years;
  const title = words("years.compared.titleOf", {
    title: policyNamed(lang, { organization, fiscalYear: now.fiscalYear }, years.title),
  });
  return pageMetadata(lang, pathOf(years), {
    title: organization.sample ? words("sample.titled", { title }) : title,
    description: words("years.compared.description", {
      organization: lang === "ja" ? organization.nameJa : organization.nameEn,
      year: fiscalYearWords(lang, now.fiscalYear),
    }),
  });
}

/** A policy's items beside those of the year before: what is new, what goes on, what has ended, and the figures of both. */
export default async function YearsPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <Compared lang={lang} years={await releasedYears(await params)} />;
}

const KINDS = ["new", "continued", "merged", "split", "ended"] as const;

function Compared({ lang, years }: { lang: Language; years: YearsComparison }) {
  const words = useTranslations("years.compared");
  const { organization, title, now, before, lines } = years;
  const [year, last] = [fiscalYearWords(lang, now.fiscalYear), fiscalYearWords(lang, before.fiscalYear)];
  const ended = lines.filter(({ kind }) => kind === "ended");
  const shared = { lang, slug: organization.slug, now, before, level: 3 } as const;
  return (
    <HistoryPage
      lang={lang}
      policy={{ organization, fiscalYear: now.fiscalYear, title }}
      path={pathOf(years)}
      heading={words("title")}
      lead={words("lead", { now: year, before: last })}
    >
      <section aria-labelledby="counts">
        <h2 id="counts" className="mb-4 text-xl">
          {words("counts")}
        </h2>
        <dl className="grid border-hairline border-t">
          {KINDS.map((kind) => (
            <div
              key={kind}
              className="grid grid-cols-[5.5rem_4rem_minmax(0,1fr)] items-center gap-x-4 border-hairline border-b py-2"
            >
              <dt>
                <KindBadge kind={kind} />
              </dt>
              <dd className="figures text-right font-bold">
                {words("count", { count: lines.filter((line) => line.kind === kind).length })}
              </dd>
              <dd className="text-ink-muted text-sm">{words(`meanings.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <PolicySection id="items" level={2} heading={words("items", { year })}>
        <ComparedItems {...shared} lines={lines.filter(({ kind }) => kind !== "ended")} />
      </PolicySection>
      {ended.length > 0 ? (
        <PolicySection id="ended" level={2} heading={words("ended", { year: last })}>
          <ComparedItems {...shared} lines={ended} />
        </PolicySection>
      ) : null}
    </HistoryPage>
  );
}
