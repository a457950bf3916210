import type { EditionLine } from "../domain/published-policy.ts";
import type { translatorOf } from "./notice-words.ts";

/** The words of every namespace, as pages and documents have them. */
export type Words = ReturnType<typeof translatorOf>;

/** What a Revision is: 改定, 訂正, 策定(素案). */
export function revisionKindWords(
  words: Words,
  {
    kind,
    step,
  }: { readonly kind: NonNullable<EditionLine["revisionKind"]>; readonly step?: EditionLine["step"] | undefined },
): string {
  const said = words(`revisionKinds.${kind}`);
  return kind === "FORMULATION" && step
    ? words("formulation.kindWithStep", { kind: said, step: words(`formulationSteps.${step}`) })
    : said;
}

/** What kind of Edition it is: 改定, 中間振り返りを反映, or both; 中間振り返りの公開を終了 where that is all it did. */
export function editionKindWords(
  words: Words,
  { revisionKind, step, brought, concludes }: Pick<EditionLine, "revisionKind" | "step" | "brought" | "concludes">,
): string {
  return [
    ...(revisionKind ? [revisionKindWords(words, { kind: revisionKind, step })] : []),
    ...brought.map((phase) => words(`history.public.reflected.${phase}`)),
    ...concludes.filter((phase) => !brought.includes(phase)).map((phase) => words(`history.public.ended.${phase}`)),
  ].join(words("history.public.and"));
}
