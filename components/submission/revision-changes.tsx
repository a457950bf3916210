import { useTranslations } from "next-intl";
import { useRevisionKind } from "@/components/history/edition-words.ts";
import { NodeChanges } from "@/components/history/node-changes.tsx";
import { isProvisional } from "@/lib/domain/formulation.ts";
import type { RevisionView } from "@/lib/domain/revision-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What a Revision says of itself, and what it changes against the Edition that it is based on, as the public will read it. */
export function RevisionChanges({ lang, revision }: { lang: Language; revision: RevisionView }) {
  const words = useTranslations();
  const kindOf = useRevisionKind();
  const { described, changes, formId, sections } = revision;
  return (
    <div className="grid gap-8">
      {described ? (
        <div className="grid gap-1 border-accent border-l-4 py-1 pl-5">
          <p className="as-written font-bold">
            {words.rich("rounds.revision.described", {
              kind: kindOf(described),
              reason: () => <span lang="ja">{described.reason}</span>,
            })}
          </p>
          {described.corrects ? <p>{words("formulation.corrects", { number: described.corrects })}</p> : null}
          {isProvisional(described.step) ? <p>{words(`formulation.mark.${described.step}`)}</p> : null}
          <p>{words("rounds.revision.effective", { date: dateWords(lang, described.effectiveOn) })}</p>
        </div>
      ) : null}
      {changes.length === 0 ? <p className="text-ink-muted">{words("rounds.revision.none")}</p> : null}
      <NodeChanges lang={lang} formId={formId} changes={changes} sections={sections} />
    </div>
  );
}
