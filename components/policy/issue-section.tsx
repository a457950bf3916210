import { useTranslations } from "next-intl";
import type { PublishedInitiative, PublishedIssue, PublishedStrategy } from "@/lib/domain/edition.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import type { Phase, TargetType } from "@/lib/domain/forms/form.ts";
import { itemAnchor, type PublishedItem } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { aimsOf } from "@/lib/domain/vision.ts";
import { itemPath, visionPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AimsNamed } from "./aims-named.tsx";
import { EvaluationCells } from "./evaluation-cells.tsx";
import { below, type Level } from "./heading.tsx";
import { PlanDetails } from "./plan-details.tsx";
import { CodedHeading } from "./policy-section.tsx";
import { Settled } from "./settled.tsx";
import { WithheldNote } from "./withheld-note.tsx";

/** What every part of the tree needs to know of the policy that it belongs to. */
export interface TreeProps {
  lang: Language;
  policy: Pick<PublishedPolicy, "organization" | "fiscalYear" | "formId" | "content" | "concluded"> &
    Partial<Pick<PublishedPolicy, "late">>;
  level: Level;
  /** Whether items lead to their own pages; not before they are released. */
  links: boolean;
  /** Where a phase is read whole; without it what an item says in it is folded in the item. */
  phaseAt?: ((phase: Phase) => string) | undefined;
}

/** The form's word for a kind of item with its code: 【経営課題1】, Issue 1. */
export function useCodeWords(lang: Language, formId: string) {
  const words = useTranslations("public.policy");
  const { headings } = formOf(formId);
  return (type: Exclude<TargetType, "policy">, code: string) => words("coded", { kind: headings[type][lang], code });
}

/** One issue: what it is about, its own evaluation, its strategies. */
export function IssueSection({ issue, ...tree }: TreeProps & { issue: PublishedIssue }) {
  const coded = useCodeWords(tree.lang, tree.policy.formId);
  const id = itemAnchor(issue);
  return (
    <article
      id={id}
      aria-labelledby={`${id}-heading`}
      className="min-w-0 space-y-6 border-hairline border-t pt-6 first:border-t-0 first:pt-0 md:space-y-8 md:pt-10"
    >
      <div className="space-y-3">
        <CodedHeading
          level={tree.level}
          id={`${id}-heading`}
          label={coded("issue", issue.code)}
          title={<ItemTitle {...tree} item={issue} />}
          size="large"
        />
        <ItemTexts {...tree} item={issue} />
      </div>
      {issue.strategies.map((strategy) => (
        <StrategySection key={strategy.id} {...tree} level={below(tree.level)} strategy={strategy} />
      ))}
    </article>
  );
}

function StrategySection({ strategy, ...tree }: TreeProps & { strategy: PublishedStrategy }) {
  const coded = useCodeWords(tree.lang, tree.policy.formId);
  const id = itemAnchor(strategy);
  return (
    <article
      id={id}
      aria-labelledby={`${id}-heading`}
      className="min-w-0 space-y-4 md:space-y-5 md:border-accent-line md:border-l-4 md:pl-6"
    >
      <div className="space-y-2">
        <CodedHeading
          level={tree.level}
          id={`${id}-heading`}
          label={coded("strategy", strategy.code)}
          title={<ItemTitle {...tree} item={strategy} />}
          size="medium"
        />
        <ItemTexts {...tree} item={strategy} />
      </div>
      {strategy.initiatives.map((initiative) => (
        <InitiativeCard key={initiative.id} {...tree} level={below(tree.level)} initiative={initiative} />
      ))}
    </article>
  );
}

/** An item's title, leading to its page where there is one. */
export function ItemTitle({
  lang,
  policy: { organization, fiscalYear },
  links,
  item,
}: Pick<TreeProps, "lang" | "policy" | "links"> & { item: PublishedItem }) {
  const title = <span lang="ja">{item.title}</span>;
  return links ? <a href={itemPath(lang, organization.slug, fiscalYear, item)}>{title}</a> : title;
}

/** What an issue or a strategy says of itself and how it was judged; a note in its place where it was taken down. */
function ItemTexts({ item, ...tree }: TreeProps & { item: PublishedIssue | PublishedStrategy }) {
  if (item.withheld) return <WithheldNote lang={tree.lang} withheld={item.withheld} />;
  return (
    <>
      <Aims {...tree} item={item} />
      <Description text={item.plan.description} />
      <ItemPhases {...tree} item={item} />
    </>
  );
}

/** One initiative with its budget and what was released about it. */
function InitiativeCard({ initiative, ...tree }: TreeProps & { initiative: PublishedInitiative }) {
  const words = useTranslations("public.policy");
  const coded = useCodeWords(tree.lang, tree.policy.formId);
  const id = itemAnchor(initiative);
  const budget = initiative.plan.budgetThousandYen;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-heading`}
      className="min-w-0 space-y-4 rounded-md border border-hairline p-4 md:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 print:break-inside-avoid print:break-after-avoid">
        <div className="min-w-0 flex-1 basis-60">
          <CodedHeading
            level={tree.level}
            id={`${id}-heading`}
            label={coded("initiative", initiative.code)}
            title={<ItemTitle {...tree} item={initiative} />}
            size="small"
          />
        </div>
        {initiative.withheld ? null : (
          <div className="flex flex-wrap items-baseline gap-x-3 md:ml-auto md:block md:text-right">
            <span className="block text-ink-muted text-sm">{words("budget")}</span>
            {typeof budget === "number" ? (
              <span className="figures block whitespace-nowrap font-bold text-xl">
                {amountWords(tree.lang, budget)}
              </span>
            ) : (
              <span className="block text-ink-muted">{words("budgetUnknown")}</span>
            )}
            <Settled lang={tree.lang} formId={tree.policy.formId} target={initiative} />
          </div>
        )}
      </div>
      {initiative.withheld ? (
        <WithheldNote lang={tree.lang} withheld={initiative.withheld} />
      ) : (
        <>
          <Description text={initiative.plan.description} />
          <div className="border-hairline border-t pt-3">
            <ItemPhases {...tree} item={initiative} />
          </div>
        </>
      )}
    </article>
  );
}

function Aims({ lang, policy, links, item }: TreeProps & { item: PublishedIssue | PublishedStrategy }) {
  const { organization, fiscalYear, content } = policy;
  return (
    <AimsNamed
      aims={aimsOf(content, item.aimIds)}
      href={links ? visionPath(lang, organization.slug, fiscalYear) : null}
    />
  );
}

function Description({ text }: { text: unknown }) {
  if (typeof text !== "string") return null;
  return (
    <p lang="ja" className="as-written max-w-prose text-ink-soft print:break-inside-avoid">
      {text}
    </p>
  );
}

/** What an item says in each phase beyond what stands at its head, and how it was judged. */
export function ItemPhases({ lang, policy, phaseAt, item }: TreeProps & { item: PublishedItem }) {
  const coded = useCodeWords(lang, policy.formId);
  const named = coded(item.type, item.code);
  const sheetAt = phaseAt && ((phase: Phase) => `${phaseAt(phase)}#${itemAnchor(item)}`);
  return (
    <div className={sheetAt ? "phases" : "space-y-1"}>
      <PlanDetails lang={lang} formId={policy.formId} item={item} named={named} at={sheetAt?.("PLAN")} />
      <EvaluationCells
        lang={lang}
        formId={policy.formId}
        target={item}
        named={named}
        concluded={policy.concluded}
        late={policy.late}
        sourceNote={policy.organization.sourceNote}
        sheetAt={sheetAt}
        variant="compact"
      />
    </div>
  );
}
