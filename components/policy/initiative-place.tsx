import { useTranslations } from "next-intl";
import type { PublishedInitiative, PublishedIssue, PublishedStrategy } from "@/lib/domain/edition.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { policyPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useCodeWords } from "./issue-section.tsx";

/** An initiative with what it belongs to and what stands before and after it, in reading order. */
export interface Placed {
  readonly issue: PublishedIssue;
  readonly strategy: PublishedStrategy;
  readonly initiative: PublishedInitiative;
  readonly previous: PublishedInitiative | undefined;
  readonly next: PublishedInitiative | undefined;
}

/** The initiative of that code in its place; undefined where the policy shows none. */
export function placeOf(policy: Pick<PublishedPolicy, "content">, code: string): Placed | undefined {
  const all = policy.content.issues.flatMap((issue) =>
    issue.strategies.flatMap((strategy) => strategy.initiatives.map((initiative) => ({ issue, strategy, initiative }))),
  );
  const index = all.findIndex(({ initiative }) => initiative.code === code);
  const found = all[index];
  return found && { ...found, previous: all[index - 1]?.initiative, next: all[index + 1]?.initiative };
}

/** From the issue down: which issue and which strategy an initiative serves, each leading to its place in the policy. */
export function InitiativePlace({
  lang,
  policy,
  placed: { issue, strategy },
}: {
  lang: Language;
  policy: PublishedPolicy;
  placed: Placed;
}) {
  const words = useTranslations("public.initiative");
  const coded = useCodeWords(lang, policy.formId);
  const page = policyPath(lang, policy.organization.slug, policy.fiscalYear);
  const lines = [
    { href: `${page}#issue-${issue.code}`, label: coded("issue", issue.code), title: issue.title },
    { href: `${page}#strategy-${strategy.code}`, label: coded("strategy", strategy.code), title: strategy.title },
  ];
  return (
    <nav aria-labelledby="place">
      <p id="place" className="mb-3 text-ink-muted text-sm">
        {words("place")}
      </p>
      <ol className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        {lines.map(({ href, label, title }) => (
          <li key={href} className="grid content-start gap-0.5 border-accent-line border-l-4 pl-4">
            <span className="figures font-bold text-accent text-sm">{label}</span>
            <a href={href} lang="ja" className="title-ja inline-flex min-h-target items-start">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
