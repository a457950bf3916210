import { useTranslations } from "next-intl";
import type { PublishedReformItem } from "@/lib/domain/edition.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import { below } from "./heading.tsx";
import { ItemPhases, ItemTitle, type TreeProps, useCodeWords } from "./issue-section.tsx";
import { CodedHeading, PolicySection } from "./policy-section.tsx";
import { WithheldNote } from "./withheld-note.tsx";

/** What the organisation does under the city's reform plan, whose own name stands in 「」. */
export function ReformSection({
  planName,
  items,
  ...tree
}: TreeProps & { planName: unknown; items: readonly PublishedReformItem[] }) {
  const words = useTranslations("public.policy");
  const heading =
    typeof planName === "string"
      ? words.rich("reform", {
          plan: planName,
          ja: (chunks) => <span lang="ja">{chunks}</span>,
        })
      : words("reformUnnamed");
  return (
    <PolicySection id="reform" level={tree.level} heading={heading}>
      <div className="space-y-8 md:space-y-10">
        {items.map((item) => (
          <ReformItem key={item.id} {...tree} level={below(tree.level)} item={item} />
        ))}
      </div>
    </PolicySection>
  );
}

function ReformItem({ item, ...tree }: TreeProps & { item: PublishedReformItem }) {
  const coded = useCodeWords(tree.lang, tree.policy.formId);
  const id = itemAnchor(item);
  const actions = Array.isArray(item.plan.actions) ? (item.plan.actions as readonly string[]) : [];
  return (
    <article id={id} aria-labelledby={`${id}-heading`} className="min-w-0 space-y-3">
      <CodedHeading
        level={tree.level}
        id={`${id}-heading`}
        label={coded("reformItem", item.code)}
        title={<ItemTitle {...tree} item={item} />}
        size="medium"
      />
      {item.withheld ? (
        <WithheldNote lang={tree.lang} withheld={item.withheld} />
      ) : (
        <>
          {actions.length > 0 ? (
            <ul lang="ja" className="max-w-prose list-disc space-y-1.5 pl-6 text-ink-soft marker:text-ink-muted">
              {actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ul>
          ) : null}
          <ItemPhases {...tree} item={item} />
        </>
      )}
    </article>
  );
}
