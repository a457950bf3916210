import { useTranslations } from "next-intl";
import { BeforeAfter } from "@/components/history/before-after.tsx";
import type { Occurrence } from "@/lib/domain/taking-back.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Every place where a text stands, each before and after it is blacked out. */
export function OccurrenceList({ lang, occurrences }: { lang: Language; occurrences: readonly Occurrence[] }) {
  const words = useTranslations("takingBack.redactions");
  return (
    <div className="grid min-w-0 gap-4">
      <h4 className="text-base">{words("places", { count: occurrences.length })}</h4>
      <p className="max-w-prose">{words("placesLead")}</p>
      <ul className="grid min-w-0 gap-6">
        {occurrences.map((occurrence) => (
          <Place key={occurrence.key} lang={lang} occurrence={occurrence} />
        ))}
      </ul>
    </div>
  );
}

function Place({
  lang,
  occurrence: { kind, target, fiscalYear, editions, texts },
}: {
  lang: Language;
  occurrence: Occurrence;
}) {
  const words = useTranslations("takingBack.redactions");
  const targets = useTranslations("targets");
  const where = [
    words(`kinds.${kind}`),
    ...(target ? [`${targets(target.type)} ${target.code ?? ""}`.trim()] : []),
    ...(fiscalYear === null ? [] : [fiscalYearWords(lang, fiscalYear)]),
  ];
  return (
    <li className="grid min-w-0 gap-3 border-hairline border-t pt-4">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="figures font-bold">{where.join(" / ")}</span>
        <span className="figures text-ink-muted">
          {editions.length > 0
            ? words("editions", { numbers: editions.join(words("separator")) })
            : words("unpublished")}
        </span>
      </p>
      {texts === null ? (
        <p className="text-ink-soft">{words("hidden")}</p>
      ) : (
        texts.map(({ before, after }, index) => {
          // The texts of one Part never change their order.
          const key = `${index}`;
          return <BeforeAfter key={key} before={before} after={after} lang="ja" />;
        })
      )}
    </li>
  );
}
