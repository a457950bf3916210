import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import type { FormulationStep } from "@/lib/domain/edition.ts";
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { isProvisional } from "@/lib/domain/formulation.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { formulationPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Over everything that is read of an outline or a proposal: that it is not the final policy. Nothing once it is. */
export function StepMark({
  lang,
  policy: { organization, fiscalYear, edition },
  link = true,
  className,
}: {
  lang: Language;
  /** Whether it leads to how the policy was formulated. */
  link?: boolean | undefined;
  className?: string | undefined;
  policy: Pick<PublishedPolicy, "organization" | "fiscalYear" | "edition">;
}) {
  return (
    <StepBanner
      lang={lang}
      step={edition.step ?? null}
      number={edition.number}
      date={tokyoDate(new Date(edition.occurredAt))}
      href={link ? formulationPath(lang, organization.slug, fiscalYear) : null}
      className={className}
    />
  );
}

/** The same for an Edition that is not there yet, which has no page to lead to. */
export function StepBanner({
  lang,
  step,
  number,
  date,
  href,
  className,
}: {
  lang: Language;
  step: FormulationStep | null;
  number: number;
  date: CalendarDate;
  href: string | null;
  className?: string | undefined;
}) {
  const words = useTranslations("formulation.mark");
  const tones = useTranslations("tones");
  if (!isProvisional(step)) return null;
  return (
    <Banner
      tone="warning"
      toneLabel={tones("warning")}
      title={words(step)}
      className={className}
      actions={
        href ? (
          <ButtonLink href={href} size="small">
            {words("link")}
          </ButtonLink>
        ) : null
      }
    >
      <p>{words("why", { number, date: dateWords(lang, date) })}</p>
    </Banner>
  );
}
