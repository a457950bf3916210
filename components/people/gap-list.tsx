import { useTranslations } from "next-intl";
import type { Gap, StaffedItem } from "@/lib/domain/handover.ts";
import { gapKey } from "@/lib/domain/handover.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What has nobody, a line each; what is on its way is a link for those who may open it. */
export function GapList({
  lang,
  gaps,
  links,
  kinds = false,
}: {
  lang: Language;
  gaps: readonly Gap[];
  links: boolean;
  /** Whether each line says what it lacks; under a heading that says so it need not. */
  kinds?: boolean;
}) {
  const words = useTranslations("people.gaps");
  return (
    <ul className="grid gap-2">
      {gaps.map((gap) => (
        <li key={gapKey(gap)} className="border-warning-strong border-l-4 py-0.5 pl-4">
          {kinds && gap.kind !== "no-coordinator" ? (
            <span className="block text-ink-soft text-sm">{words(`${gap.kind}.title`)}</span>
          ) : null}
          <GapLine lang={lang} gap={gap} links={links} />
        </li>
      ))}
    </ul>
  );
}

function GapLine({ lang, gap, links }: { lang: Language; gap: Gap; links: boolean }) {
  const words = useTranslations();
  switch (gap.kind) {
    case "no-coordinator":
      return words("people.gaps.no-coordinator.line");
    case "no-manager":
    case "no-staff":
      return words("people.gaps.section", {
        section: gap.section[lang === "ja" ? "nameJa" : "nameEn"],
        count: gap.section.items,
      });
    case "no-deputy":
      return words("people.gaps.deputy", {
        name: gap.delegation.deputy,
        from: dateWords(lang, gap.delegation.startsOn),
        to: dateWords(lang, gap.delegation.endsOn),
      });
    case "no-section":
      return <ItemWords lang={lang} item={gap.item} />;
    case "undecidable":
    case "orphaned": {
      const { work } = gap;
      const what = (
        <>
          <ItemWords lang={lang} item={work.target} /> {words(`phases.${work.phase}`)}
        </>
      );
      return (
        <>
          {links ? <a href={submissionPath(lang, work.id)}>{what}</a> : what}
          <span className="text-ink-muted">
            {" "}
            {words("people.gaps.state", { state: words(`states.${work.state}`) })}
          </span>
        </>
      );
    }
  }
}

function ItemWords({ lang, item }: { lang: Language; item: StaffedItem }) {
  const words = useTranslations("targets");
  return (
    <>
      {fiscalYearWords(lang, item.fiscalYear)} {words(item.type)} {item.code}{" "}
      {item.title ? <span lang="ja">{item.title}</span> : null}
    </>
  );
}
