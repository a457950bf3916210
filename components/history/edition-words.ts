import { useTranslations } from "next-intl";
import type { EditionLine } from "@/lib/domain/published-policy.ts";

/** What kind of Edition it is: 改定, 中間振り返りを反映, or both; 中間振り返りの公開を終了 where that is all it did. */
export function useEditionKind(): (line: Pick<EditionLine, "revisionKind" | "brought" | "concludes">) => string {
  const words = useTranslations();
  return ({ revisionKind, brought, concludes }) =>
    [
      ...(revisionKind ? [words(`revisionKinds.${revisionKind}`)] : []),
      ...brought.map((phase) => words(`history.public.reflected.${phase}`)),
      ...concludes.filter((phase) => !brought.includes(phase)).map((phase) => words(`history.public.ended.${phase}`)),
    ].join(words("history.public.and"));
}
