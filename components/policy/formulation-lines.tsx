import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { stepLines } from "@/lib/domain/formulation.ts";
import type { EditionLine, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { comparePath, editionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The formulation in brief: its steps, how many opinions were answered, and the way to all of it. */
export function FormulationLines({
  lang,
  policy,
  href,
  editions,
}: {
  lang: Language;
  policy: Pick<PublishedPolicy, "organization" | "fiscalYear" | "content" | "history">;
  /** Where all of it is read; null where that page does not show this Edition. */
  href: string | null;
  /** Whether the steps lead to their Editions. */
  editions: boolean;
}) {
  const words = useTranslations("formulation.page");
  const empty = useTranslations("public.policy")("formulationEmpty");
  const count = policy.content.opinions.length;
  const steps = stepLines(policy.history);
  if (steps.length + count === 0) return <p className="text-ink-muted">{empty}</p>;
  return (
    <div className="grid gap-6">
      {steps.length > 0 ? (
        <StepTimeline
          lang={lang}
          steps={steps}
          policy={editions ? { org: policy.organization.slug, year: policy.fiscalYear } : null}
        />
      ) : null}
      <p>{words("summary", { count })}</p>
      {href ? (
        <p className="print:hidden">
          <a href={href} className="inline-flex min-h-target items-center">
            {words("all")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

/** 素案, 案, 確定 on the days of their release; with `compare`, each leads to what differs from the one before. */
export function StepTimeline({
  lang,
  steps,
  policy,
  compare = false,
}: {
  lang: Language;
  /** As they came. */
  steps: readonly EditionLine[];
  /** Whose Editions these are, where they can be led to. */
  policy: { readonly org: string; readonly year: number } | null;
  compare?: boolean | undefined;
}) {
  const words = useTranslations("formulation");
  const names = useTranslations("formulationSteps");
  return (
    <Timeline
      label={words("page.stepsLabel")}
      entries={steps.map((line, index) => {
        const before = steps[index - 1];
        return {
          key: line.hash,
          date: dateWords(lang, tokyoDate(line.occurredAt)),
          dateTime: tokyoDate(line.occurredAt),
          current: index === steps.length - 1,
          title: words("page.step", {
            step: line.step ? names(line.step) : words("wholeStep"),
            number: line.number,
          }),
          href: policy ? editionPath(lang, policy.org, policy.year, line.number) : undefined,
          children: (
            <>
              {line.reason ? (
                <p lang="ja" className="as-written text-ink-soft">
                  {line.reason}
                </p>
              ) : null}
              {compare && policy && before ? (
                <p>
                  <a
                    href={comparePath(lang, policy.org, policy.year, {
                      from: String(before.number),
                      to: String(line.number),
                    })}
                    className="inline-flex min-h-target items-center"
                  >
                    {words("page.compare", { from: before.number })}
                  </a>
                </p>
              ) : null}
            </>
          ),
        };
      })}
    />
  );
}
