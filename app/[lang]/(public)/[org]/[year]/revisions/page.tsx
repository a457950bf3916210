import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { AsOfForm } from "@/components/history/as-of-form.tsx";
import { CompareForm } from "@/components/history/compare-form.tsx";
import { HistoryEntryView } from "@/components/history/history-entry.tsx";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { NothingYet } from "@/components/history/nothing-yet.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { currentOn } from "@/lib/domain/edition-times.ts";
import type { RevisionHistory } from "@/lib/domain/published-policy.ts";
import { type AskedDay, askedDay } from "@/lib/web/asked-day.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { editionPath, formulationPath, revisionsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { historyMetadata, policyNamed } from "../../../page-metadata.ts";
import { releasedHistory } from "../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/revisions">;

const pathOf = (history: RevisionHistory) => (language: Language) =>
  revisionsPath(language, history.organization.slug, history.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const history = await releasedHistory(await params);
  return historyMetadata(lang, pathOf(history), history, (words, said) => ({
    title: words("titleOf", { title: policyNamed(lang, history, history.title) }),
    description: words("description", said),
  }));
}

/** The revision history: every Edition, what it changed, why and approved by which post. A day leads to its Edition. */
export default async function RevisionsPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const history = await releasedHistory(await params);
  const asked = askedDay(await searchParams);
  const found = asked.date === null ? undefined : currentOn(history.lines, asked.date);
  if (asked.date !== null && found) {
    const { organization, fiscalYear } = history;
    redirect(editionPath(lang, organization.slug, fiscalYear, found.number, { on: asked.date }));
  }
  return <Revisions lang={lang} history={history} asked={asked} />;
}

function Revisions({ lang, history, asked }: { lang: Language; history: RevisionHistory; asked: AskedDay }) {
  const words = useTranslations("history.public");
  const formulation = useTranslations("formulation.page");
  const policy = { org: history.organization.slug, year: history.fiscalYear };
  return (
    <HistoryPage lang={lang} policy={history} path={pathOf(history)} heading={words("title")} lead={words("lead")}>
      {asked.date ? <NothingYet lang={lang} policy={history} on={asked.date} /> : null}
      <p className="print:hidden">
        <a href={formulationPath(lang, policy.org, policy.year)} className="inline-flex min-h-target items-center">
          {formulation("all")}
        </a>
      </p>
      {/* Open where there is something to mend in it. */}
      <Disclosure id="find" summary={words("find")} open={asked.invalid} className="print:hidden">
        <div className="grid gap-x-16 gap-y-10 pt-2 md:grid-cols-2">
          <AsOfForm lang={lang} policy={policy} typed={asked.typed} invalid={asked.invalid} />
          <CompareForm lang={lang} policy={history} />
        </div>
      </Disclosure>
      {history.entries.map((entry, index) => (
        <HistoryEntryView key={entry.line.hash} lang={lang} policy={history} entry={entry} current={index === 0} />
      ))}
    </HistoryPage>
  );
}
