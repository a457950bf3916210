import { useTranslations } from "next-intl";
import { type EditionChanges, nothingChanged } from "@/lib/domain/edition-changes.ts";
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
  const words = useTranslations("history.public");
  if (nothingChanged(changes)) return <p className="text-ink-soft">{words("noChanges")}</p>;
  return (
    <div className="grid min-w-0 gap-8 print:block print:space-y-6">
      {changes.nodes.length > 0 ? (
        <section className="grid gap-4 print:block print:space-y-4">
          <h3 className="text-lg">{words("plan")}</h3>
          <Folded count={changes.nodes.length}>
            <NodeChanges lang={lang} formId={formId} changes={changes.nodes} sections={[]} level={4} />
          </Folded>
        </section>
      ) : null}
      <SheetChanges lang={lang} formId={formId} sheets={changes.sheets} policy={policy} number={number} />
    </div>
  );
}
