import type { OutlineItem } from "@/components/site/outline.tsx";
import { fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
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
    | "policy.revisionsShort"
    | "policy.formulation"
    | "policy.contact"
    | "summary.heading"
    | "data.heading",
) => string;

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
    { href: "#issues", label: words("policy.issues") },
    ...content.issues.map((issue) => ({
      href: `#${itemAnchor(issue)}`,
      // An outline is in the page's language; only the Japanese one can take the titles.
      label: lang === "ja" ? `${issue.code} ${issue.title}` : `${formOf(formId).headings.issue.en} ${issue.code}`,
      level: 2 as const,
    })),
    ...(content.reformItems.length > 0 ? [{ href: "#reform", label: words("policy.reformShort") }] : []),
    ...(fieldsOf(formId, "policy", "SELF_EVALUATION").length > 0
      ? [{ href: "#year-end", label: words("policy.yearEnd") }]
      : []),
    { href: "#revisions", label: words("policy.revisionsShort") },
    { href: "#formulation", label: words("policy.formulation") },
    ...(plan.contact ? [{ href: "#contact", label: words("policy.contact") }] : []),
    { href: "#data", label: words("data.heading") },
  ];
}
