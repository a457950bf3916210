import { useTranslations } from "next-intl";
import type { PublishedIssue } from "@/lib/domain/edition.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import { itemAnchor, type PublishedItem } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { aimsOf } from "@/lib/domain/vision.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AimsNamed } from "./aims-named.tsx";
import { type Evaluated, EvaluationCell } from "./evaluation-cells.tsx";
import type { Level } from "./heading.tsx";
import { useCodeWords } from "./issue-section.tsx";
import { CodedHeading, PolicySection } from "./policy-section.tsx";
import { SheetView } from "./sheet-view.tsx";
import { WithheldNote } from "./withheld-note.tsx";

interface PhaseProps {
  lang: Language;
  policy: PublishedPolicy;
  phase: Phase;
  /** Where an item is read with all of its phases. */
  itemAt: (item: PublishedItem) => string;
  /** Where the aims of the vision are; null where those of today would not be those of this Edition. */
  aimsAt: string | null;
}

/** Everything that a policy says in one phase, in its order: each target's sheet, or why there is none. */
export function PhaseBody(props: PhaseProps) {
  const words = useTranslations("public.policy");
  const { policy, phase } = props;
  const { content } = policy;
  const whole = asks(policy, "policy", phase) ? <Sheet {...props} target={content.policy} /> : null;
  return (
    <>
      {whole && phase === "PLAN" ? (
        <PolicySection id="policy" level={2} heading={words("itself")}>
          {whole}
        </PolicySection>
      ) : null}
      <PolicySection id="issues" level={2} heading={words("issues")}>
        <div className="space-y-12 md:space-y-16">
          {content.issues.map((issue) => (
            <IssuePhase key={issue.id} {...props} issue={issue} />
          ))}
        </div>
      </PolicySection>
      {content.reformItems.length > 0 && asks(policy, "reformItem", phase) ? (
        <PolicySection id="reform" level={2} heading={words("reformUnnamed")}>
          <div className="space-y-8 md:space-y-10">
            {content.reformItems.map((item) => (
              <ItemPhase key={item.id} {...props} item={item} level={3} size="medium" />
            ))}
          </div>
        </PolicySection>
      ) : null}
      {whole && phase !== "PLAN" ? (
        <PolicySection id="year-end" level={2} heading={words("yearEnd")}>
          {whole}
        </PolicySection>
      ) : null}
    </>
  );
}

/** Whether a policy's form has anything to say of a kind of target in a phase. */
const asks = ({ formId }: PublishedPolicy, type: Evaluated["type"], phase: Phase) =>
  fieldsOf(formId, type, phase).length > 0;

function IssuePhase({ issue, ...props }: PhaseProps & { issue: PublishedIssue }) {
  return (
    <div className="space-y-8 md:space-y-10">
      <ItemPhase {...props} item={issue} level={3} size="large" />
      {issue.strategies.map((strategy) => (
        <div key={strategy.id} className="space-y-6 md:space-y-8 md:border-accent-line md:border-l-4 md:pl-6">
          <ItemPhase {...props} item={strategy} level={4} size="medium" />
          {strategy.initiatives.map((initiative) => (
            <ItemPhase key={initiative.id} {...props} item={initiative} level={5} size="small" />
          ))}
        </div>
      ))}
    </div>
  );
}

function ItemPhase({
  item,
  level,
  size,
  ...props
}: PhaseProps & { item: PublishedItem; level: Level; size: "large" | "medium" | "small" }) {
  const coded = useCodeWords(props.lang, props.policy.formId);
  const id = itemAnchor(item);
  return (
    <article id={id} className="min-w-0 space-y-3 border-line border-t pt-5">
      <CodedHeading
        level={level}
        label={coded(item.type, item.code)}
        title={
          <a href={props.itemAt(item)} lang="ja">
            {item.title}
          </a>
        }
        size={size}
      />
      {item.withheld ? (
        <WithheldNote lang={props.lang} withheld={item.withheld} />
      ) : (
        <>
          {props.phase === "PLAN" && "aimIds" in item ? (
            <AimsNamed aims={aimsOf(props.policy.content, item.aimIds)} href={props.aimsAt} />
          ) : null}
          <Sheet {...props} target={item} />
        </>
      )}
    </article>
  );
}

/** What a target says in the phase; nothing where the form asks for nothing. */
function Sheet({ lang, policy, phase, target }: PhaseProps & { target: Evaluated }) {
  const { formId, concluded, late, organization } = policy;
  if (!asks(policy, target.type, phase)) return null;
  const fields = fieldsOf(formId, target.type, phase);
  if (phase === "PLAN")
    return <SheetView lang={lang} fields={fields} values={target.plan} plan={target.plan} empty="list" />;
  return <EvaluationCell {...{ lang, formId, concluded, late, target, phase }} sourceNote={organization.sourceNote} />;
}
