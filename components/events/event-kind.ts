import { useTranslations } from "next-intl";

type Words = ReturnType<typeof useTranslations<"takingBack.events">>;

/** A kind of event in words; one that has none stands as its code. */
export function useEventKind(): (kind: string) => string {
  const words = useTranslations("takingBack.events");
  return (kind) => (words.has(`kinds.${kind}` as "kinds.start") ? words(`kinds.${kind}` as "kinds.start") : kind);
}

/** A kind of subject in words. */
export const subjectWords = (words: Words, type: string): string =>
  words.has(`subjects.${type}` as "subjects.user") ? words(`subjects.${type}` as "subjects.user") : type;
