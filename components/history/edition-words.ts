import { useTranslations } from "next-intl";
import { editionKindWords, revisionKindWords } from "@/lib/words/edition-words.ts";

/** What a Revision is: 改定, 訂正, 策定(素案). */
export function useRevisionKind(): (revision: Parameters<typeof revisionKindWords>[1]) => string {
  const words = useTranslations();
  return (revision) => revisionKindWords(words, revision);
}

/** What kind of Edition it is: 改定, 中間振り返りを反映, or both; 中間振り返りの公開を終了 where that is all it did. */
export function useEditionKind(): (line: Parameters<typeof editionKindWords>[1]) => string {
  const words = useTranslations();
  return (line) => editionKindWords(words, line);
}
