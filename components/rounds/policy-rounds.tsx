import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { type PolicyRounds, STANDINGS, unsubmitted } from "@/lib/domain/round-view.ts";
import { newRoundPath, roundPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { RoundFactsLine } from "./round-facts.tsx";
import { StandingBar } from "./standing.tsx";

/** One policy's rounds in brief, each leading to its board, and the rounds that can still be opened. */
export function PolicyRoundsSection({
  lang,
  policy,
  today,
}: {
  lang: Language;
  policy: PolicyRounds;
  today: CalendarDate;
}) {
  const words = useTranslations();
  const id = `policy-${policy.policyId}`;
  const name = policy.organization[lang === "ja" ? "nameJa" : "nameEn"];
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <h2 id={id}>{words("rounds.of", { organization: name, year: fiscalYearWords(lang, policy.fiscalYear) })}</h2>
      {policy.rounds.length === 0 ? (
        <p className="text-ink-muted">{words(policy.final ? "rounds.noRound" : "rounds.notFinal")}</p>
      ) : (
        <ul className="grid gap-5">
          {policy.rounds.map((round) => {
            const asked = STANDINGS.reduce((sum, standing) => sum + round.counts[standing], 0);
            return (
              <Card
                key={round.id}
                as="li"
                title={words(`phases.${round.phase}`)}
                href={roundPath(lang, round.id)}
                aside={
                  <span className="figures">
                    {words("rounds.board.submittedOf", { asked, done: asked - unsubmitted(round.counts) })}
                  </span>
                }
              >
                <div className="grid gap-4">
                  <RoundFactsLine lang={lang} round={round} today={today} />
                  <StandingBar counts={round.counts} />
                </div>
              </Card>
            );
          })}
        </ul>
      )}
      {policy.mayRun && policy.final && policy.openable.length > 0 ? (
        <p className="flex flex-wrap gap-4">
          {policy.openable.map((phase) => (
            <ButtonLink key={phase} href={newRoundPath(lang, policy.policyId, phase)}>
              {words("rounds.openLink", { phase: words(`phases.${phase}`) })}
            </ButtonLink>
          ))}
        </p>
      ) : null}
    </section>
  );
}
