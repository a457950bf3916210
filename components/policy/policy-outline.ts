import type { OutlineItem } from "@/components/site/outline.tsx";
import { gradesByIssue } from "@/lib/domain/figures.ts";
import { fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { Language } from "@/lib/words/languages.ts";
import type { ShownPolicy } from "./policy-body.tsx";

/** The words of a policy's outline that are not in the policy itself. */
export type OutlineWords = (
  key:
    | "policy.notices"
    | "policy.goalAndMission"
    | "policy.issues"
    | "policy.reformShort"
    | "policy.yearEnd"
    | "policy.itself"
    | "policy.revisionsShort"
    | "policy.formulation"
    | "policy.contact"
    | "summary.heading"
    | "summary.grades"
    | "data.heading",
) => string;

/** The parts of a page that shows one phase whole, as PhasePage draws them. */
export function phaseOutline(lang: Language, policy: ShownPolicy, phase: Phase, words: OutlineWords): OutlineItem[] {
  const { content, formId } = policy;
  return [
    ...(phase === "PLAN" && fieldsOf(formId, "policy", phase).length > 0
      ? [{ href: "#policy", label: words("policy.itself") }]
      : []),
    ...(phase !== "PLAN" && gradesByIssue(policy, phase).length > 0
      ? [{ href: "#grades", label: words("summary.grades") }]
      : []),
    ...itemsOutline(lang, policy, words, {
      reform: content.reformItems.length > 0 && fieldsOf(formId, "reformItem", phase).length > 0,
      yearEnd: phase !== "PLAN" && fieldsOf(formId, "policy", phase).length > 0,
    }),
  ];
}

/** The issues one by one, then what else there is. */
function itemsOutline(
  lang: Language,
  { content, formId }: ShownPolicy,
  words: OutlineWords,
  has: { readonly reform: boolean; readonly yearEnd: boolean },
): OutlineItem[] {
  return [
    { href: "#issues", label: words("policy.issues") },
    ...content.issues.map((issue) => ({
      href: `#${itemAnchor(issue)}`,
      // An outline is in the page's language; only the Japanese one can take the titles.
      label: lang === "ja" ? `${issue.code} ${issue.title}` : `${formOf(formId).headings.issue.en} ${issue.code}`,
      level: 2 as const,
    })),
    ...(has.reform ? [{ href: "#reform", label: words("policy.reformShort") }] : []),
    ...(has.yearEnd ? [{ href: "#year-end", label: words("policy.yearEnd") }] : []),
  ];
}

/** The parts of a policy's page, as PolicyBody draws them, for the outline beside it. */
export function policyOutline(lang: Language, policy: ShownPolicy, words: OutlineWords): OutlineItem[] {
  const { content, formId } = policy;
  const { plan } = content.policy;
  const introduction = fieldsOf(formId, "policy", "PLAN").find(({ key }) => key === "introduction");
  return [
    { href: "#summary", label: words("summary.heading") },
    ...(introduction && plan.introduction !== undefined
      ? [{ href: "#introduction", label: introduction.label[lang] }]
      : []),
    ...(content.notices.length > 0 ? [{ href: "#notices", label: words("policy.notices") }] : []),
    { href: "#goal", label: words("policy.goalAndMission") },
    ...itemsOutline(lang, policy, words, {
      reform: content.reformItems.length > 0,
      yearEnd: fieldsOf(formId, "policy", "SELF_EVALUATION").length > 0,
    }),
    { href: "#revisions", label: words("policy.revisionsShort") },
    { href: "#formulation", label: words("policy.formulation") },
    ...(plan.contact ? [{ href: "#contact", label: words("policy.contact") }] : []),
    { href: "#data", label: words("data.heading") },
  ];
}
