import { useTranslations } from "next-intl";
import { useRevisionKind } from "@/components/history/edition-words.ts";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { PartChange } from "@/lib/domain/diff.ts";
import type { EditionContent, Part } from "@/lib/domain/edition.ts";
import { initiativesOf } from "@/lib/domain/edition.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What a release would change against what is public now: each item once, evaluations with their new text. */
export function ReleaseChanges({
  lang,
  formId,
  changes,
  content,
}: {
  lang: Language;
  formId: string;
  changes: readonly PartChange[];
  content: EditionContent;
}) {
  const words = useTranslations();
  const kindOf = useRevisionKind();
  const items = [
    ...content.issues,
    ...content.issues.flatMap((issue) => issue.strategies),
    ...initiativesOf(content),
    ...content.reformItems,
  ];
  const planOf = (id: string) => [content.policy, ...items].find((target) => target.id === id)?.plan;
  const nameOf = (part: Part): string => {
    if (part.type === "sheet") {
      const item = items.find((candidate) => candidate.id === part.target.id);
      const target = words(`targets.${part.target.type}`);
      return `${words(`phases.${part.phase}`)}: ${target} ${item?.code ?? ""} ${item?.title ?? content.policy.title}`;
    }
    if (part.type === "notice" || part.type === "opinion") return part.text;
    if (part.type === "revision") {
      const corrects = part.corrects ? ` ${words("formulation.corrects", { number: part.corrects })}` : "";
      return `${kindOf(part)}${corrects}: ${part.reason}`;
    }
    if (part.type === "comment" || part.type === "answer") return "";
    if (part.type === "aim") return `${words("history.aim")} ${part.code} ${part.title}`;
    return "code" in part ? `${words(`targets.${part.type}`)} ${part.code} ${part.title}` : part.title;
  };
  return (
    <section aria-labelledby="changes-heading">
      <h2 id="changes-heading" className="mb-5">
        {words("staff.release.changes")}{" "}
        <span className="figures font-normal text-ink-muted text-lg">{changes.length}</span>
      </h2>
      <ul className="grid gap-8">
        {changes.map((change) => {
          const part = change.after ?? change.before;
          return (
            <li key={change.key} className="grid gap-3">
              <p className="flex flex-wrap items-center gap-3">
                <Badge tone={change.kind === "removed" ? "warning" : "info"}>
                  {words(`staff.release.${change.kind}`)}
                </Badge>
                <b lang="ja">{part ? nameOf(part) : change.key}</b>
              </p>
              {change.after?.type === "sheet" ? (
                <SheetView
                  lang={lang}
                  fields={fieldsOf(formId, change.after.target.type, change.after.phase)}
                  values={change.after.values}
                  plan={planOf(change.after.target.id)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
