import { useTranslations } from "next-intl";
import { diffWords } from "@/lib/domain/diff.ts";

/** Two Japanese texts as one, word by word: what went is struck through, what came is underlined, and both are said. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const words = useTranslations("deciding.changes");
  const seen = new Map<string, number>();
  return (
    <p lang="ja" className="as-written">
      {diffWords(before, after).map(({ kind, text }) => {
        const nth = (seen.get(kind + text) ?? 0) + 1;
        seen.set(kind + text, nth);
        const key = `${kind} ${nth} ${text}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={key}>
            <span className="sr-only">{words(kind)}</span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
