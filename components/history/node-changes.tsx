import { useTranslations } from "next-intl";
import { OpinionView } from "@/components/policy/opinion-view.tsx";
import { WithheldNote } from "@/components/policy/withheld-note.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import type { HeadingLevel } from "@/components/ui/native.ts";
import type { FieldChange } from "@/lib/domain/diff.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Field, TargetType } from "@/lib/domain/forms/form.ts";
import type { ItemName, NodeChange } from "@/lib/domain/plan-changes.ts";
import { isListEntry, type Opinion, type PlanNode } from "@/lib/domain/policy.ts";
import type { SectionName } from "@/lib/domain/revision-view.ts";
import type { MaybeWithheld } from "@/lib/domain/taking-back.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BeforeAfter } from "./before-after.tsx";
import { tagWords } from "./tag-words.ts";
import { isWritten, useValueText } from "./value-text.ts";

/**
 * What changed from one plan to another, item by item and field by field, each before and after. Staff, approvers and the
 * public read the very same.
 */
export function NodeChanges({
  lang,
  formId,
  changes,
  sections,
  level = 3,
}: {
  lang: Language;
  formId: string;
  changes: readonly NodeChange[];
  /** To say by name what the plan holds by id. */
  sections: readonly SectionName[];
  /** The heading of each item. */
  level?: HeadingLevel | undefined;
}) {
  const Heading = `h${level}` as const;
  return (
    <ul className="grid gap-8">
      {changes.map((change) => (
        <li key={change.key} className="grid gap-4 border-hairline border-t pt-5">
          <Heading className="flex flex-wrap items-center gap-3 text-base">
            <KindBadge kind={change.kind} />
            <NodeName lang={lang} node={change.after ?? change.before} />
          </Heading>
          <Places change={change} />
          <Withholding lang={lang} node={change.after ?? change.before} />
          {change.kind === "removed" ? null : change.kind === "added" && change.after?.type === "opinion" ? (
            <AddedOpinion opinion={change.after} />
          ) : (
            <Fields lang={lang} formId={formId} change={change} sections={sections} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A new opinion as readers meet it: what was said and where, the answer, what it led to. */
function AddedOpinion({ opinion }: { opinion: Opinion }) {
  const words = useTranslations("formulation.page");
  const sources = useTranslations("opinions.sources");
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">{sources(opinion.source)}</p>
      <OpinionView opinion={opinion} items={words("itemCount", { count: opinion.itemIds.length })} />
    </div>
  );
}

/** Added, changed or removed, in words and with a shape. */
export function KindBadge({ kind }: { kind: NodeChange["kind"] }) {
  const words = useTranslations("history.kinds");
  return <Badge tone={kind === "removed" ? "warning" : kind === "added" ? "success" : "info"}>{words(kind)}</Badge>;
}

/** What a node is called: its kind, its code, its title. */
function NodeName({ lang, node }: { lang: Language; node: PlanNode | null }) {
  const words = useTranslations();
  if (!node) return null;
  if (node.type === "notice" || node.type === "opinion") {
    return (
      <span>
        {words(`history.${node.type}`)} {node.date ? dateWords(lang, node.date) : null}
      </span>
    );
  }
  if (node.type === "aim") {
    return (
      <span>
        {words("history.aim")} {node.code} <span lang="ja">{node.title}</span>
      </span>
    );
  }
  return (
    <span>
      {words(`targets.${node.type}`)} {"code" in node ? node.code : null} <span lang="ja">{node.title}</span>
    </span>
  );
}

/** Why readers do not see what it says, where it was taken down. */
function Withholding({ lang, node }: { lang: Language; node: (PlanNode & MaybeWithheld) | null }) {
  return node?.withheld ? <WithheldNote lang={lang} withheld={node.withheld} /> : null;
}

/** That it was renumbered, stands below another item, or changed places with its neighbours. */
function Places({ change }: { change: NodeChange }) {
  const words = useTranslations("history");
  const targets = useTranslations("targets");
  const { renumbered, moved, reordered } = change;
  if (!renumbered && !moved && !reordered) return null;
  const name = (item: ItemName | null) => (item ? `${targets(item.type)} ${item.code}` : words("nothing"));
  return (
    <ul className="grid gap-1">
      {renumbered ? <li>{words("renumbered", { from: renumbered.from, to: renumbered.to })}</li> : null}
      {moved ? <li>{words("moved", { from: name(moved.from), to: name(moved.to) })}</li> : null}
      {reordered ? <li>{words("reordered")}</li> : null}
    </ul>
  );
}

const COMMON = [
  "sectionId",
  "title",
  "featured",
  "predecessorIds",
  "aimIds",
  "themes",
  "sdgs",
  "source",
  "date",
  "text",
  "answer",
  "outcome",
  "change",
  "itemIds",
] as const;
const placeOf = (field: string) => (COMMON as readonly string[]).indexOf(field);
/** What the ward wrote, which is Japanese on every page. */
const WRITTEN: readonly string[] = ["title", "text", "answer", "change"];
/** What is told by how many there are. */
const COUNTED: readonly string[] = ["predecessorIds", "aimIds", "itemIds"];

function Fields({
  lang,
  formId,
  change,
  sections,
}: {
  lang: Language;
  formId: string;
  change: NodeChange;
  sections: readonly SectionName[];
}) {
  const words = useTranslations("history");
  const opinions = useTranslations("opinions");
  const textOf = useValueText(lang);
  const node = change.after ?? change.before;
  if (!node) return null;
  const form = isListEntry(node) ? [] : fieldsOf(formId, node.type as TargetType, "PLAN");
  const inForm = (name: string) => form.findIndex(({ key }) => key === name);
  const shown = (field: Field | undefined, name: string, value: unknown): string => {
    if (field) return textOf(field, value);
    if (value === undefined || value === null) return name === "sectionId" ? words("nobody") : "";
    if (name === "sectionId") {
      return sections.find(({ id }) => id === value)?.[lang === "ja" ? "nameJa" : "nameEn"] ?? words("nobody");
    }
    if (name === "featured") return words(value ? "yes" : "no");
    if (name === "themes" || name === "sdgs") return tagWords(lang, name, value as readonly string[]);
    if (COUNTED.includes(name)) return words("items", { count: (value as readonly string[]).length });
    if (name === "source") return opinions(`sources.${value as Opinion["source"]}`);
    if (name === "outcome") return opinions(`outcomes.${value as Opinion["outcome"]}`);
    if (name === "date") return dateWords(lang, String(value));
    return String(value);
  };
  const news = (entry: FieldChange) =>
    // An added item is told by what it says; what every item has from the start is no news.
    change.kind !== "added" || !["type", "featured", "predecessorIds", "title"].includes(entry.field);
  const entries = change.fields
    .filter(news)
    .filter(({ after }) => change.kind !== "added" || after !== null)
    .filter(({ field }) => inForm(field) >= 0 || COMMON.some((name) => name === field))
    .sort((a, b) => inForm(a.field) - inForm(b.field) || placeOf(a.field) - placeOf(b.field));
  if (entries.length === 0) return null;
  return (
    <ul className="grid gap-6">
      {entries.map((entry) => {
        const field = form[inForm(entry.field)];
        const label = field ? field.label[lang] : words(`fields.${entry.field as (typeof COMMON)[number]}`);
        // Sections, amounts, words like yes and no are in the page's language; what the ward wrote is Japanese.
        const written = field ? isWritten(field) : WRITTEN.includes(entry.field);
        const [before, after] = [entry.before, entry.after].map((value) => shown(field, entry.field, value));
        return (
          <li key={entry.field} className="grid gap-2 print:break-inside-avoid">
            <p className="title-ja font-bold">{label}</p>
            {change.kind === "added" ? (
              <p lang={written ? "ja" : lang} className="as-written max-w-prose">
                {written ? after : <JapaneseParts lang={lang} text={after ?? ""} />}
              </p>
            ) : (
              <BeforeAfter before={before ?? ""} after={after ?? ""} lang={written ? "ja" : lang} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
