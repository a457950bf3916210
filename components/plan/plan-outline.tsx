import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { classes } from "@/components/ui/native.ts";
import { lineOf } from "@/lib/domain/plan-edit.ts";
import { inOrder, readingOrder } from "@/lib/domain/plan-order.ts";
import { isItem, isListEntry, type ListEntry, nodeKey, type PlanNode } from "@/lib/domain/policy.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { planPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

const INDENT = ["", "pl-4", "pl-8"] as const;

/** A plan with more items than this folds its issues, but for the one in which something is open. */
const SHOWN_AT_ONCE = 40;

/** Every item of the plan in its order, each a link to where it is edited, with what the Revision does to it. */
export function PlanOutline({ lang, editing, current }: { lang: Language; editing: PlanEditing; current: string }) {
  const words = useTranslations("plan");
  const { nodes, submissionId, described } = editing;
  const items = readingOrder(nodes).filter((node) => !isListEntry(node));
  const many = items.length > SHOWN_AT_ONCE;
  // The policy and the reform items stand for themselves; each issue leads what stands below it.
  const groups = items.reduce<(typeof items)[]>((all, node) => {
    const last = all.at(-1);
    if (last?.[0]?.type === "issue" && isItem(node) && lineOf(nodes, node).length > 0) last.push(node);
    else all.push([node]);
    return all;
  }, []);
  const entry = (node: (typeof items)[number]) => (
    <NodeEntry key={nodeKey(node)} lang={lang} editing={editing} node={node} current={current} />
  );
  return (
    <nav aria-label={words("outline")}>
      <ul className="grid">
        <Entry href={planPath(lang, submissionId, { item: "revision" })} current={current === "revision"} depth={0}>
          {words("about")}
          {described ? null : <Mark>{words("aboutMissing")}</Mark>}
        </Entry>
        {groups.map((group) => {
          const [issue] = group;
          if (!many || issue?.type !== "issue") return group.map(entry);
          return (
            <li key={nodeKey(issue)}>
              <Disclosure
                variant="quiet"
                open={group.some((node) => nodeKey(node) === current)}
                summary={
                  <span className="text-sm">
                    <span className="figures">{issue.code}</span> <span lang="ja">{issue.title}</span>{" "}
                    <span className="whitespace-nowrap font-normal text-ink-muted">
                      {words("itemCount", { count: group.length })}
                    </span>
                    <Changed editing={editing} nodes={group} />
                  </span>
                }
              >
                <ul className="-ml-7 grid">{group.map(entry)}</ul>
              </Disclosure>
            </li>
          );
        })}
      </ul>
      {LISTED.map((type) => (
        <ListGroup key={type} lang={lang} editing={editing} type={type} current={current} />
      ))}
    </nav>
  );
}

/** One item as the outline names it. */
function NodeEntry({
  lang,
  editing: { nodes, submissionId, changes },
  node,
  current,
}: {
  lang: Language;
  editing: PlanEditing;
  node: Exclude<PlanNode, ListEntry>;
  current: string;
}) {
  const words = useTranslations("plan");
  const targets = useTranslations("targets");
  const key = nodeKey(node);
  const kind = changes.find((change) => change.key === key)?.kind;
  const code = isItem(node) ? `${node.type === "reformItem" ? `${targets("reformItem")} ` : ""}${node.code}` : "";
  return (
    <Entry
      href={planPath(lang, submissionId, { item: key })}
      current={current === key}
      depth={isItem(node) ? lineOf(nodes, node).length : 0}
    >
      {code ? <span className="figures mr-1 text-ink-muted">{code}</span> : null} <span lang="ja">{node.title}</span>
      {kind === "added" || kind === "changed" ? <Mark>{words(kind)}</Mark> : null}
    </Entry>
  );
}

/** How many of a folded group the Revision changes. */
function Changed({ editing: { changes }, nodes }: { editing: PlanEditing; nodes: readonly PlanNode[] }) {
  const words = useTranslations("plan");
  const keys = new Set(nodes.map(nodeKey));
  const count = changes.filter(({ key, after }) => after !== null && keys.has(key)).length;
  return count > 0 ? <Mark>{words("changedCount", { count })}</Mark> : null;
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
