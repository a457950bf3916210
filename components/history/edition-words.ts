import { useTranslations } from "next-intl";
import type { EvaluationPhase, Phase } from "@/lib/domain/forms/form.ts";
import type { EditionLine } from "@/lib/domain/published-policy.ts";

const isEvaluation = (phase: Phase): phase is EvaluationPhase => phase !== "PLAN";

/**
 * What kind of Edition it is: 改定, 中間振り返りを反映, or both. `brought` are the phases whose sheets it is known to have
 * brought; without it every phase that the Edition names counts.
 */
export function useEditionKind(): (
  line: Pick<EditionLine, "revisionKind" | "phases" | "concludes">,
  brought?: readonly EvaluationPhase[],
) => string {
  const words = useTranslations();
  return ({ revisionKind, phases, concludes }, brought) =>
    [
      ...(revisionKind ? [words(`revisionKinds.${revisionKind}`)] : []),
      ...phases
        .filter(isEvaluation)
        .map((phase) =>
          brought && !brought.includes(phase) && concludes.includes(phase)
            ? words(`history.public.ended.${phase}`)
            : words(`history.public.reflected.${phase}`),
        ),
    ].join(words("history.public.and"));
}
