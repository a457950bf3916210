import { useTranslations } from "next-intl";
import { type EditionChanges, nothingChanged } from "@/lib/domain/edition-changes.ts";
import type { NodeChange } from "@/lib/domain/plan-changes.ts";
import { isListEntry, type ListEntry } from "@/lib/domain/policy.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Folded } from "./folded.tsx";
import { NodeChanges } from "./node-changes.tsx";
import { SheetChanges } from "./sheet-changes.tsx";

/** What one Edition changed, or how two differ: the plan item by item, then the sheets. Headings from the third level. */
export function EditionChangesView({
  lang,
  formId,
  changes,
  policy,
  number,
}: {
  lang: Language;
  formId: string;
  changes: EditionChanges;
  policy: { readonly org: string; readonly year: number };
  /** The Edition in which the sheets can be read. */
  number: number;
}) {
  const words = useTranslations("history");
  const typeOf = ({ before, after }: NodeChange) => (after ?? before)?.type ?? "policy";
  const listed = (type: ListEntry["type"]) => changes.nodes.filter((change) => typeOf(change) === type);
  const plan = changes.nodes.filter((change) => !isListEntry({ type: typeOf(change) }));
  if (nothingChanged(changes)) return <p className="text-ink-soft">{words("public.noChanges")}</p>;
  return (
    <div className="grid min-w-0 gap-8 print:block print:space-y-6">
      {[
        { heading: words("public.plan"), nodes: plan },
        { heading: words("notice"), nodes: listed("notice") },
        { heading: words("aim"), nodes: listed("aim") },
        { heading: words("opinion"), nodes: listed("opinion") },
      ]
        .filter(({ nodes }) => nodes.length > 0)
        .map(({ heading, nodes }) => (
          <section key={heading} className="grid gap-4 print:block print:space-y-4">
            <h3 className="text-lg">{heading}</h3>
            <Folded count={nodes.length}>
              <NodeChanges lang={lang} formId={formId} changes={nodes} sections={[]} level={4} />
            </Folded>
          </section>
        ))}
      <SheetChanges lang={lang} formId={formId} sheets={changes.sheets} policy={policy} number={number} />
    </div>
  );
}
