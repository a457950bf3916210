import { useTranslations } from "next-intl";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { PublishedInitiative } from "@/lib/domain/edition.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { EVALUATIONS } from "@/lib/domain/forms/form.ts";
import { budgetOf, sheetsOf } from "@/lib/domain/progress.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { initiativePath, policyPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * A policy or one of its initiatives in brief, as other sites show it in a frame. Its texts are cut to so many lines that
 * it fits the height which the frame is given; its one link leads out of the frame.
 */
export function EmbedCard({
  lang,
  policy,
  initiative,
}: {
  lang: Language;
  policy: PublishedPolicy;
  initiative?: PublishedInitiative | undefined;
}) {
  const words = useTranslations();
  const { organization, fiscalYear, formId, content, edition } = policy;
  const { goal } = content.policy.plan;
  const org = organization.slug;
  const href = initiative ? initiativePath(lang, org, fiscalYear, initiative.code) : policyPath(lang, org, fiscalYear);
  const text = initiative ? initiative.plan.description : goal;
  const budget = initiative ? initiative.plan.budgetThousandYen : budgetOf(formId, content).thousandYen;
  return (
    <main id="main" className="flex grow flex-col gap-2 border-accent border-t-4 border-b border-b-hairline px-5 py-4">
      <p className="line-clamp-1 font-bold text-accent text-sm">
        {lang === "ja" ? organization.nameJa : organization.nameEn} {fiscalYearWords(lang, fiscalYear)}{" "}
        {organization.sample ? <SampleMark /> : null}
      </p>
      <h1 className="line-clamp-2 text-lg leading-snug md:text-xl">
        <a href={href} target="_top" lang="ja">
          {initiative ? `${initiative.code} ${initiative.title}` : content.policy.title}
        </a>
      </h1>
      {typeof text === "string" ? (
        <p lang="ja" className="line-clamp-3 text-sm">
          {text}
        </p>
      ) : null}
      <dl className="mt-auto grid gap-1 text-sm">
        {typeof budget === "number" ? (
          <div className="flex flex-wrap gap-x-3">
            <dt className="text-ink-muted">{words(`following.card.${initiative ? "budgetOf" : "budget"}`)}</dt>
            <dd className="figures font-bold">{amountWords(lang, budget)}</dd>
          </div>
        ) : null}
        {EVALUATIONS.map((phase) => {
          const state = stateOf(policy, initiative, phase);
          return state ? (
            <div key={phase} className="flex flex-wrap items-center gap-x-3">
              <dt className="text-ink-muted">{words(`phases.${phase}`)}</dt>
              <dd>
                <Badge tone={state === "all" ? "success" : state === "some" || state === "ended" ? "info" : "neutral"}>
                  {words(`following.card.states.${state}`)}
                </Badge>
              </dd>
            </div>
          ) : null;
        })}
      </dl>
      <p className="line-clamp-1 text-ink-muted text-sm">
        {words("following.card.edition", {
          number: edition.number,
          date: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
        })}
      </p>
      <p className="line-clamp-3 text-ink-muted text-sm">
        CC BY 4.0
        {organization.sourceNote ? (
          <>
            {" · "}
            {words.rich("source.notOfficial", {
              note: organization.sourceNote,
              ja: (chunks) => <span lang="ja">{chunks}</span>,
            })}
          </>
        ) : null}
      </p>
    </main>
  );
}

/** How much of an evaluation is public; null where the form asks for none, or the item joined too late for it. */
function stateOf(
  { formId, content, concluded, late }: PublishedPolicy,
  initiative: PublishedInitiative | undefined,
  phase: "MID_YEAR_REVIEW" | "SELF_EVALUATION",
) {
  const ended = concluded.includes(phase);
  if (initiative) {
    if (late[phase].includes(initiative.id) || initiative.withheld) return null;
    return initiative.sheets[phase] ? "all" : ended ? "endedNone" : "none";
  }
  const { asked, released } = sheetsOf(formId, content, phase, late[phase]);
  if (asked === 0) return null;
  if (released === asked) return "all";
  if (released === 0) return ended ? "endedNone" : "none";
  return ended ? "ended" : "some";
}
