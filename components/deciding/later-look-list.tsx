import { useTranslations } from "next-intl";
import type { LaterLookLine } from "@/lib/domain/deciding-view.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What deputies decided in the reader's place and the reader has not looked at yet. The title leads to it. */
export function LaterLookList({ lang, looks }: { lang: Language; looks: readonly LaterLookLine[] }) {
  const words = useTranslations();
  return (
    <section aria-labelledby="later-looks-heading">
      <h2 id="later-looks-heading" className="mb-3">
        {words("deciding.laterLook.title")}{" "}
        <span className="figures font-normal text-ink-muted text-lg">{looks.length}</span>
      </h2>
      <p className="mb-5 max-w-prose">{words("deciding.laterLook.lead")}</p>
      <ul className="border-line border-t">
        {looks.map((look) => (
          <li key={look.id} className="grid gap-1 border-line border-b py-4">
            <span className="figures text-ink-muted text-sm">
              {words(`targets.${look.target.type}`)} {look.target.code}
            </span>
            <a
              href={submissionPath(lang, look.submissionId)}
              lang="ja"
              className="title-ja justify-self-start font-bold"
            >
              {look.target.title ?? look.organization.nameJa}
            </a>
            <span className="text-sm">
              {words(`phases.${look.phase}`)}{" "}
              {words(`deciding.laterLook.decided.${look.move}`, {
                deputy: look.deputy,
                at: instantWords(lang, look.decidedAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
