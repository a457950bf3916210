import { useTranslations } from "next-intl";
import type { FormulationStep, RevisionPart } from "@/lib/domain/edition.ts";
import type { EditionLine } from "@/lib/domain/published-policy.ts";

/** What a Revision is: 改定, 訂正, 策定(素案). */
export function useRevisionKind(): (revision: {
  readonly kind: RevisionPart["kind"];
  readonly step?: FormulationStep | null | undefined;
}) => string {
  const words = useTranslations();
  return ({ kind, step }) =>
    kind === "FORMULATION" && step
      ? words("formulation.kindWithStep", {
          kind: words(`revisionKinds.${kind}`),
          step: words(`formulationSteps.${step}`),
        })
      : words(`revisionKinds.${kind}`);
}

/** What kind of Edition it is: 改定, 中間振り返りを反映, or both; 中間振り返りの公開を終了 where that is all it did. */
export function useEditionKind(): (
  line: Pick<EditionLine, "revisionKind" | "step" | "brought" | "concludes">,
) => string {
  const words = useTranslations();
  const kindOf = useRevisionKind();
  return ({ revisionKind, step, brought, concludes }) =>
    [
      ...(revisionKind ? [kindOf({ kind: revisionKind, step })] : []),
      ...brought.map((phase) => words(`history.public.reflected.${phase}`)),
      ...concludes.filter((phase) => !brought.includes(phase)).map((phase) => words(`history.public.ended.${phase}`)),
    ].join(words("history.public.and"));
}
