import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import type { UnconcludedRound } from "@/lib/domain/round-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * Whether a release ends a round. What is missing then reads 未評価 and the round is closed, which cannot be taken back:
 * so it is chosen beforehand only where nothing is missing.
 */
export function ConcludeChoice({ lang, rounds }: { lang: Language; rounds: readonly UnconcludedRound[] }) {
  const words = useTranslations();
  if (rounds.length === 0) return null;
  return (
    <Fieldset name="conclude" label={words("rounds.conclude.title")} hint={words("rounds.conclude.lead")}>
      {rounds.map(({ phase, missing, plannedReleaseOn }) => (
        <Checkbox
          key={phase}
          id={`conclude-${phase}`}
          name="conclude"
          value={phase}
          defaultChecked={missing === 0}
          label={words("rounds.conclude.label", { phase: words(`phases.${phase}`) })}
          explanation={words(missing === 0 ? "rounds.conclude.complete" : "rounds.conclude.missing", {
            count: missing,
            date: dateWords(lang, plannedReleaseOn),
          })}
        />
      ))}
    </Fieldset>
  );
}
