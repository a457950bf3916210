import { useTranslations } from "next-intl";
import { EditionHistory } from "@/components/history/edition-history.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Contact } from "@/lib/domain/forms/value.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { formulationPath, visionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ContactLines } from "./contact-lines.tsx";
import { EvaluationCells } from "./evaluation-cells.tsx";
import { FormulationLines } from "./formulation-lines.tsx";
import { below, type Level } from "./heading.tsx";
import { IssueSection, type TreeProps } from "./issue-section.tsx";
import { PolicyOpening } from "./policy-opening.tsx";
import { PolicySection } from "./policy-section.tsx";
import { ReformSection } from "./reform-section.tsx";
import { PolicyTitle } from "./written.tsx";

/** As much of a policy as its page shows: a released one, or what the next release would make of it. */
export type ShownPolicy = Pick<
  PublishedPolicy,
  "organization" | "fiscalYear" | "formId" | "content" | "history" | "concluded"
> &
  Partial<Pick<PublishedPolicy, "late" | "noticesSince">>;

/**
 * The policy in the order and under the headings of the ward's own page: its digest, or with every phase folded in it. Every
 * text stands as it was written; what is not there says that it is not. The title is the page's.
 */
export function PolicyBody({
  lang,
  policy,
  level = 2,
  links = true,
  editions = links,
  phaseAt,
}: {
  lang: Language;
  policy: ShownPolicy;
  /** The heading level of its sections. */
  level?: Level | undefined;
  /** Whether items lead to their own pages; false in a preview, where they may not exist yet. */
  links?: boolean | undefined;
  /** Whether the history leads to the Editions; false where the newest of them is not there yet. */
  editions?: boolean | undefined;
  /** Where a phase is read whole; without it what an item says in it is folded in the item. */
  phaseAt?: TreeProps["phaseAt"];
}) {
  const words = useTranslations("public.policy");
  const { content, formId, organization } = policy;
  const { plan, title } = content.policy;
  const place = [lang, organization.slug, policy.fiscalYear] as const;
  const visionHref = links && content.aims.length > 0 ? visionPath(...place) : null;
  const tree = { lang, policy, level, links, phaseAt };
  return (
    <div className="min-w-0 space-y-12 md:space-y-20">
      <PolicyOpening lang={lang} policy={policy} level={level} visionHref={visionHref} />
      <PolicySection id="issues" level={level} heading={words("issues")}>
        <div className="space-y-10 md:space-y-14">
          {content.issues.map((issue) => (
            <IssueSection key={issue.id} {...tree} level={below(level)} issue={issue} />
          ))}
        </div>
      </PolicySection>
      {content.reformItems.length > 0 ? (
        <ReformSection {...tree} planName={plan.reformPlanName} items={content.reformItems} />
      ) : null}
      {fieldsOf(formId, "policy", "SELF_EVALUATION").length > 0 ? (
        <PolicySection id="year-end" level={level} heading={words("yearEnd")}>
          <EvaluationCells
            lang={lang}
            formId={formId}
            target={content.policy}
            concluded={policy.concluded}
            sourceNote={organization.sourceNote}
            variant="full"
            level={below(level)}
          />
        </PolicySection>
      ) : null}
      <PolicySection
        id="revisions"
        level={level}
        heading={words.rich("revisions", { title: () => <PolicyTitle title={title} /> })}
      >
        <EditionHistory
          lang={lang}
          history={policy.history}
          policy={editions ? { org: organization.slug, year: policy.fiscalYear } : undefined}
        />
      </PolicySection>
      <PolicySection id="formulation" level={level} heading={words("formulation")}>
        <FormulationLines
          lang={lang}
          policy={policy}
          href={links ? formulationPath(...place) : null}
          editions={editions}
        />
      </PolicySection>
      {plan.contact ? (
        <PolicySection id="contact" level={level} heading={words("contact")}>
          <ContactLines contact={plan.contact as Contact} />
        </PolicySection>
      ) : null}
    </div>
  );
}
