import { useTranslations } from "next-intl";
import type { TakingBackLine } from "@/lib/domain/taking-back.ts";
import { takingBackPath } from "@/lib/web/paths.ts";
import { fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The takedowns and redactions that wait for the reader's decision. Each leads to where it is decided on. */
export function WaitingList({ lang, lines }: { lang: Language; lines: readonly TakingBackLine[] }) {
  const words = useTranslations("takingBack.page");
  const targets = useTranslations("targets");
  return (
    <section aria-labelledby="taking-back-heading">
      <h2 id="taking-back-heading" className="mb-3">
        {words("desk")} <span className="figures font-normal text-ink-muted text-lg">{lines.length}</span>
      </h2>
      <p className="mb-5 max-w-prose">{words("deskLead")}</p>
      <ul className="border-line border-t">
        {lines.map(({ id, kind, policyId, organization, fiscalYear, target, requested }) => (
          <li key={id} className="grid gap-1 border-line border-b py-4">
            <span className="figures text-ink-muted text-sm">
              {organization[lang === "ja" ? "nameJa" : "nameEn"]} {fiscalYearWords(lang, fiscalYear)}
            </span>
            <a
              href={`${takingBackPath(lang, policyId)}#${id}`}
              className="title-ja inline-flex min-h-target items-center justify-self-start font-bold"
            >
              {words(`waits.${kind}`, { target: target ? `${targets(target.type)} ${target.code}` : "" })}
            </a>
            <span className="text-sm">
              {words("askedBy", { name: requested.name, at: instantWords(lang, requested.at) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
