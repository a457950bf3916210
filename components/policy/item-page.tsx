import { useTranslations } from "next-intl";
import { BudgetOfItems } from "@/components/figures/budget-of-items.tsx";
import { IndicatorFigure } from "@/components/figures/indicator-figure.tsx";
import { ItemHistory } from "@/components/history/item-history.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { AnswerList } from "@/components/questions/answer-list.tsx";
import { ShareSection } from "@/components/sharing/share-section.tsx";
import { ItemYearsView } from "@/components/years/item-years.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { indicatorLines } from "@/lib/domain/indicator-years.ts";
import { childrenOf, type Placed } from "@/lib/domain/placed.ts";
import type { Bearer } from "@/lib/domain/progress.ts";
import type { ItemEdition, PublishedPolicy, SectionName } from "@/lib/domain/published-policy.ts";
import type { PublishedAnswer } from "@/lib/domain/question-view.ts";
import { aimsOf } from "@/lib/domain/vision.ts";
import type { ItemYears } from "@/lib/domain/years.ts";
import { answersPath, itemPath, visionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AimsNamed } from "./aims-named.tsx";
import { EvaluationCells } from "./evaluation-cells.tsx";
import { InitiativeTags } from "./initiative-tags.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { ItemFrame } from "./item-frame.tsx";
import { ItemList } from "./item-list.tsx";
import { ItemPlace } from "./item-place.tsx";
import { Neighbours } from "./neighbours.tsx";
import { PolicySection } from "./policy-section.tsx";
import { SheetView } from "./sheet-view.tsx";
import { WithheldNote } from "./withheld-note.tsx";

interface ItemPageProps {
  lang: Language;
  policy: PublishedPolicy;
  placed: Placed;
  editions: readonly ItemEdition[];
  years: ItemYears | null;
  section: SectionName | null;
  answers: readonly PublishedAnswer[];
}

/**
 * One item at its permanent address: where it stands, who answers for it, its plan beside how it was judged, what stands
 * below it, its indicators, its money, its years and its history. Of one that was taken down a note stands in place of all
 * that it said.
 */
export function ItemPage({ lang, policy, placed, editions, years, section, answers }: ItemPageProps) {
  const words = useTranslations("public.items");
  const { item } = placed;
  const { organization, fiscalYear, content } = policy;
  const { description } = item.plan;
  return (
    <ItemFrame
      lang={lang}
      policy={policy}
      item={item}
      above={placed.above}
      lead={
        typeof description === "string" ? (
          <p lang="ja" className="as-written">
            {description}
          </p>
        ) : null
      }
    >
      <div className="grid gap-8 md:gap-10">
        <ItemPlace lang={lang} policy={policy} placed={placed} />
        {"aimIds" in item ? (
          <AimsNamed aims={aimsOf(content, item.aimIds)} href={visionPath(lang, organization.slug, fiscalYear)} />
        ) : null}
        {item.withheld ? <WithheldNote lang={lang} withheld={item.withheld} /> : null}
        <ItemFacts
          lang={lang}
          policy={policy}
          item={item}
          section={section}
          path={itemPath(lang, organization.slug, fiscalYear, item)}
        />
        {item.type === "initiative" && !item.withheld ? <InitiativeTags lang={lang} initiative={item} /> : null}
      </div>
      {item.withheld ? null : <SideBySide lang={lang} policy={policy} item={item} />}
      <Below lang={lang} policy={policy} placed={placed} />
      {years && !item.withheld ? <Years lang={lang} years={years} /> : null}
      <PolicySection id="history" level={2} heading={words("history")}>
        <ItemHistory lang={lang} policy={{ org: organization.slug, year: fiscalYear }} editions={editions} />
      </PolicySection>
      <AnswersOn lang={lang} policy={policy} answers={answers} />
      <AnswerBack
        lang={lang}
        org={organization.slug}
        year={fiscalYear}
        item={item.withheld ? null : { type: item.type, code: item.code }}
      />
      <ShareSection
        lang={lang}
        policy={policy}
        path={itemPath(lang, organization.slug, fiscalYear, item)}
        item={item}
      />
      <Neighbours lang={lang} policy={policy} placed={placed} />
    </ItemFrame>
  );
}

/** What was asked about it and answered in public. */
function AnswersOn({ lang, policy, answers }: Pick<ItemPageProps, "lang" | "policy" | "answers">) {
  const words = useTranslations("questions.list");
  if (answers.length === 0) return null;
  return (
    <PolicySection id="questions" level={2} heading={words("itemTitle")}>
      <AnswerList lang={lang} answers={answers} level={3} />
      <p>
        <a
          href={answersPath(lang, policy.organization.slug, policy.fiscalYear)}
          className="inline-flex min-h-target items-center"
        >
          {words("all")}
        </a>
      </p>
    </PolicySection>
  );
}

/** What stands at the head of the page and not in the plan's column. */
const HEADED = ["description", "budgetThousandYen"];

/** Plan, mid-year review and self-evaluation: beside one another where there is room. */
function SideBySide({ lang, policy, item }: { lang: Language; policy: PublishedPolicy; item: Placed["item"] }) {
  const words = useTranslations("public.items");
  const { organization, formId, concluded, late } = policy;
  const fields = fieldsOf(formId, item.type, "PLAN").filter(({ key }) => !HEADED.includes(key));
  return (
    <PolicySection id="evaluations" level={2} heading={words("sideBySide")}>
      <EvaluationCells
        lang={lang}
        formId={formId}
        target={item}
        concluded={concluded}
        late={late}
        sourceNote={organization.sourceNote}
        variant="full"
        first={{
          heading: words("plan"),
          view: <SheetView lang={lang} fields={fields} values={item.plan} empty="list" />,
        }}
      />
    </PolicySection>
  );
}

/** What stands below an issue or a strategy, and what that costs. */
function Below({ lang, policy, placed: { item, below } }: { lang: Language; policy: PublishedPolicy; placed: Placed }) {
  const words = useTranslations("public.items");
  if (item.type !== "issue" && item.type !== "strategy") return null;
  const form = fieldsOf(policy.formId, item.type === "issue" ? "strategy" : "initiative", "PLAN");
  if (form.length === 0) return null;
  const bearers = (item.type === "issue" ? below.flatMap(childrenOf) : below) as readonly Bearer[];
  return (
    <>
      <PolicySection id="below" level={2} heading={words("below", { type: item.type })}>
        {below.length === 0 ? <p>{words("noneBelow")}</p> : <ItemList lang={lang} policy={policy} items={below} />}
      </PolicySection>
      {bearers.length > 0 ? (
        <PolicySection id="budgets" level={2} heading={words("budgets")}>
          <BudgetOfItems
            lang={lang}
            formId={policy.formId}
            items={bearers}
            hrefOf={(one) => itemPath(lang, policy.organization.slug, policy.fiscalYear, one)}
          />
        </PolicySection>
      ) : null}
    </>
  );
}

/** Its indicators and all the rest, year by year. */
function Years({ lang, years }: { lang: Language; years: ItemYears }) {
  const words = useTranslations("public.items");
  const yearly = useTranslations("years.item");
  const lines = indicatorLines(years);
  return (
    <>
      {lines.length > 0 ? (
        <PolicySection id="indicators" level={2} heading={words("indicators")}>
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-12">
            {lines.map((one) => (
              <IndicatorFigure key={one.indicator.id} lang={lang} of={one} />
            ))}
          </div>
        </PolicySection>
      ) : null}
      <PolicySection id="years" level={2} heading={yearly("title")}>
        <ItemYearsView lang={lang} years={years} />
      </PolicySection>
    </>
  );
}
