import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { diffWords, type FieldChange } from "@/lib/domain/diff.ts";
import type { Part } from "@/lib/domain/edition.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { TargetType } from "@/lib/domain/forms/form.ts";
import type { RevisionView } from "@/lib/domain/revision-view.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What every node of a plan has, beside its form's own fields. */
const COMMON = [
  "sectionId",
  "code",
  "title",
  "order",
  "featured",
  "predecessorIds",
  "issueId",
  "strategyId",
  "text",
  "date",
  "kind",
] as const;

/** What a Revision changes against the Edition that it is based on, item by item and field by field. */
export function RevisionChanges({ lang, revision }: { lang: Language; revision: RevisionView }) {
  const words = useTranslations();
  const { described, changes } = revision;
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
      <ul className="grid gap-6">
        {changes.map(({ key, kind, before, after, fields }) => {
          const part = after ?? before;
          return (
            <li key={key} className="grid gap-2 border-hairline border-t pt-4">
              <p className="flex flex-wrap items-center gap-3">
                <Badge tone={kind === "removed" ? "warning" : "info"}>{words(`staff.release.${kind}`)}</Badge>
                <PartName part={part} />
              </p>
              {kind === "removed" || !part ? null : (
                <DescriptionList
                  items={fields
                    .filter(({ field }) => field !== "id")
                    .map((change) => ({
                      key: change.field,
                      term: <FieldName lang={lang} revision={revision} part={part} field={change.field} />,
                      description: <Change lang={lang} revision={revision} change={change} />,
                    }))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function PartName({ part }: { part: Part | null }) {
  const words = useTranslations();
  if (!part) return null;
  if (part.type === "notice") return <b>{words("rounds.revision.notice")}</b>;
  if (!("title" in part)) return null;
  return (
    <b>
      {words(`targets.${part.type}`)} {"code" in part ? part.code : null} <span lang="ja">{part.title}</span>
    </b>
  );
}

function FieldName({
  lang,
  revision,
  part,
  field,
}: {
  lang: Language;
  revision: RevisionView;
  part: Part;
  field: string;
}) {
  const words = useTranslations("rounds.revision.fields");
  const common = COMMON.find((name) => name === field);
  if (common) return words(common);
  const known = "plan" in part ? fieldsOf(revision.formId, part.type as TargetType, "PLAN") : [];
  return known.find(({ key }) => key === field)?.label[lang] ?? field;
}

function Change({ lang, revision, change }: { lang: Language; revision: RevisionView; change: FieldChange }) {
  const words = useTranslations("rounds.revision");
  const { field, before, after } = change;
  const shown = (value: unknown): string => {
    if (field === "sectionId") {
      const section = revision.sections.find(({ id }) => id === value);
      return section?.[lang === "ja" ? "nameJa" : "nameEn"] ?? words("nobody");
    }
    if (value === undefined || value === null || value === "") return words("absent");
    if (typeof value === "boolean") return words(value ? "yes" : "no");
    if (typeof value === "number") return field.endsWith("ThousandYen") ? amountWords(lang, value) : String(value);
    if (typeof value === "string") return value;
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join("\n");
    return words("structured");
  };
  if (typeof before === "string" && typeof after === "string" && field !== "sectionId") {
    return (
      <p lang="ja" className="as-written">
        {diffWords(before, after).map((segment, index) => {
          // The segments of one comparison never change their order.
          const key = `${index}`;
          if (segment.kind === "added") return <ins key={key}>{segment.text}</ins>;
          if (segment.kind === "removed") return <del key={key}>{segment.text}</del>;
          return <span key={key}>{segment.text}</span>;
        })}
      </p>
    );
  }
  return (
    <p className="as-written">
      {before === undefined ? null : (
        <>
          <del>{shown(before)}</del>
          <span aria-hidden="true"> → </span>
        </>
      )}
      <ins>{shown(after)}</ins>
    </p>
  );
}
