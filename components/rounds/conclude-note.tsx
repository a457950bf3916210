import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import type { EditionContent } from "@/lib/domain/edition.ts";
import type { EvaluationPhase } from "@/lib/domain/forms/form.ts";
import { sheetsOf } from "@/lib/domain/progress.ts";

/** Before a release that ends a round: what the public will read where a sheet is missing. */
export function ConcludeNote({
  formId,
  phases,
  content,
}: {
  formId: string;
  phases: readonly EvaluationPhase[];
  /** The next Edition, as it would be. */
  content: EditionContent;
}) {
  const words = useTranslations();
  return phases.map((phase) => {
    const { asked, released } = sheetsOf(formId, content, phase);
    return (
      <Banner
        key={phase}
        tone={released < asked ? "warning" : "info"}
        toneLabel={words(released < asked ? "tones.warning" : "tones.info")}
        title={words("rounds.conclude.noteTitle", { phase: words(`phases.${phase}`) })}
      >
        {words("rounds.conclude.note", { asked, released, count: asked - released })}
      </Banner>
    );
  });
}
