import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/native.ts";
import { lineOf } from "@/lib/domain/plan-edit.ts";
import { inOrder, readingOrder } from "@/lib/domain/plan-order.ts";
import { isItem, isListEntry, nodeKey } from "@/lib/domain/policy.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { planPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

const INDENT = ["", "pl-4", "pl-8"] as const;

/** Every item of the plan in its order, each a link to where it is edited, with what the Revision does to it. */
export function PlanOutline({ lang, editing, current }: { lang: Language; editing: PlanEditing; current: string }) {
  const words = useTranslations("plan");
  const targets = useTranslations("targets");
  const { nodes, submissionId, changes, described } = editing;
  const kinds = new Map(changes.map(({ key, kind }) => [key, kind]));
  return (
    <nav aria-label={words("outline")}>
      <ul className="grid">
        <Entry href={planPath(lang, submissionId, { item: "revision" })} current={current === "revision"} depth={0}>
          {words("about")}
          {described ? null : <Mark>{words("aboutMissing")}</Mark>}
        </Entry>
        {readingOrder(nodes)
          .filter((node) => !isListEntry(node))
          .map((node) => {
            const key = nodeKey(node);
            const kind = kinds.get(key);
            const code = isItem(node)
              ? `${node.type === "reformItem" ? `${targets("reformItem")} ` : ""}${node.code}`
              : "";
            return (
              <Entry
                key={key}
                href={planPath(lang, submissionId, { item: key })}
                current={current === key}
                depth={isItem(node) ? lineOf(nodes, node).length : 0}
              >
                {code ? <span className="figures mr-1 text-ink-muted">{code}</span> : null}{" "}
                <span lang="ja">{node.title}</span>
                {kind === "added" || kind === "changed" ? <Mark>{words(kind)}</Mark> : null}
              </Entry>
            );
          })}
      </ul>
      {LISTED.map((type) => (
        <ListGroup key={type} lang={lang} editing={editing} type={type} current={current} />
      ))}
    </nav>
  );
}

const LISTED = ["notice", "aim", "opinion"] as const;

/** What a plan lists beside its items, kind by kind, each with the way to add one. */
function ListGroup({
  lang,
  editing: { nodes, submissionId, changes, own },
  type,
  current,
}: {
  lang: Language;
  editing: PlanEditing;
  type: (typeof LISTED)[number];
  current: string;
}) {
  const words = useTranslations("formulation.editor");
  const plan = useTranslations("plan");
  const entries = inOrder(nodes.filter(isListEntry).filter((node) => node.type === type));
  const kinds = new Map(changes.map(({ key, kind }) => [key, kind]));
  const mayAdd = nodes.some((node) => node.type === "policy" && own.includes(nodeKey(node)));
  if (entries.length === 0 && !mayAdd) return null;
  return (
    <section aria-label={words(`groups.${type}`)} className="mt-6">
      <p className="mb-1 font-bold text-ink-muted text-sm">{words(`groups.${type}`)}</p>
      <ul className="grid">
        {entries.map((node) => {
          const key = nodeKey(node);
          const kind = kinds.get(key);
          return (
            <Entry key={key} href={planPath(lang, submissionId, { item: key })} current={current === key} depth={0}>
              {"code" in node ? <span className="figures mr-1 text-ink-muted">{node.code}</span> : null}{" "}
              <span lang="ja" className="line-clamp-2">
                {"title" in node ? node.title : node.text}
              </span>
              {kind === "added" || kind === "changed" ? <Mark>{plan(kind)}</Mark> : null}
            </Entry>
          );
        })}
        {mayAdd ? (
          <Entry href={planPath(lang, submissionId, { add: type })} current={current === `add:${type}`} depth={0}>
            <span className="font-bold text-accent">＋ {words(`add.${type}`)}</span>
          </Entry>
        ) : null}
      </ul>
    </section>
  );
}

function Entry({
  href,
  current,
  depth,
  children,
}: {
  href: string;
  current: boolean;
  depth: number;
  children: React.ReactNode;
}) {
  return (
    <li className={INDENT[depth] ?? "pl-8"}>
      <a
        href={href}
        aria-current={current ? "page" : undefined}
        className={classes(
          "block min-h-target border-l-2 py-2 pl-3 text-sm no-underline hover:underline",
          current ? "border-accent font-bold text-accent" : "border-hairline text-ink",
        )}
      >
        {children}
      </a>
    </li>
  );
}

function Mark({ children }: { children: React.ReactNode }) {
  return <span className="ml-2 whitespace-nowrap font-bold text-accent text-sm">● {children}</span>;
}
