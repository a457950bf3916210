import { useTranslations } from "next-intl";
import { NodeChanges } from "@/components/history/node-changes.tsx";
import type { RevisionView } from "@/lib/domain/revision-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What a Revision says of itself, and what it changes against the Edition that it is based on, as the public will read it. */
export function RevisionChanges({ lang, revision }: { lang: Language; revision: RevisionView }) {
  const words = useTranslations();
  const { described, changes, formId, sections } = revision;
  return (
    <div className="grid gap-8">
      {described ? (
        <div className="grid gap-1 border-accent border-l-4 py-1 pl-5">
          <p className="as-written font-bold">
            {words.rich("rounds.revision.described", {
              kind: words(`revisionKinds.${described.kind}`),
              reason: () => <span lang="ja">{described.reason}</span>,
            })}
          </p>
          <p>{words("rounds.revision.effective", { date: dateWords(lang, described.effectiveOn) })}</p>
        </div>
      ) : null}
      {changes.length === 0 ? <p className="text-ink-muted">{words("rounds.revision.none")}</p> : null}
      <NodeChanges lang={lang} formId={formId} changes={changes} sections={sections} />
    </div>
  );
}
