import { useTranslations } from "next-intl";
import { visionNamed } from "@/components/policy/vision-lines.tsx";
import type { PublishedOrganization, YearPolicy } from "@/lib/domain/published-policy.ts";
import { visionOf } from "@/lib/domain/vision.ts";
import { visionPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The aims of the vision as the newest policy that states some has them, each with how much of it serves it. */
export function OrganizationVision({
  lang,
  organization,
  years,
}: {
  lang: Language;
  organization: PublishedOrganization;
  /** Newest first. */
  years: readonly YearPolicy[];
}) {
  const words = useTranslations("public.standing.organization");
  const formulation = useTranslations("formulation.vision");
  const year = years.find(({ content }) => content.aims.length > 0);
  if (!year) return <p>{words("visionNone")}</p>;
  const page = visionPath(lang, organization.slug, year.fiscalYear);
  const named = visionNamed(year);
  return (
    <div className="grid gap-6 print:break-inside-avoid">
      <div className="grid gap-1">
        {named?.name ? (
          <p lang="ja" className="title-ja font-bold text-lg">
            {named.name}
          </p>
        ) : null}
        {named?.period ? (
          <p>
            <span className="text-ink-muted">{formulation("period")}</span> <span lang="ja">{named.period}</span>
          </p>
        ) : null}
        <p className="text-ink-muted">{words("visionYear", { year: fiscalYearWords(lang, year.fiscalYear) })}</p>
      </div>
      <ol className="grid gap-x-10 sm:grid-cols-2">
        {visionOf(year.content).aims.map(({ aim, items }) => (
          <li key={aim.id} className="grid content-start gap-0.5 border-hairline border-t py-3">
            <a href={`${page}#aim-${aim.code}`} className="title-ja inline-flex min-h-target items-center font-bold">
              <span>
                <span className="figures">{aim.code}</span> <span lang="ja">{aim.title}</span>
              </span>
            </a>
            <span className="text-ink-muted text-sm">{words("served", { count: items.length })}</span>
          </li>
        ))}
      </ol>
      <p className="print:hidden">
        <a href={page} className="inline-flex min-h-target items-center">
          {words("visionAll")}
        </a>
      </p>
    </div>
  );
}
