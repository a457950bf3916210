import { useLocale, useTranslations } from "next-intl";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import { diffWords } from "@/lib/domain/diff.ts";

/**
 * Two texts side by side, each whole, with what went struck through on the one and what came underlined on the other; one
 * below the other where there is no room. An empty text says that nothing was written.
 */
export function BeforeAfter({
  before,
  after,
  lang,
}: {
  before: string;
  after: string;
  /** The language of both texts; in a text that is not Japanese, Japanese words are marked. */
  lang: "ja" | "en";
}) {
  const words = useTranslations("history");
  const changes = useTranslations("deciding.changes");
  const page = useLocale();
  const segments = diffWords(before, after);
  const sides = [
    { side: "before", text: before, other: "added", Mark: "del" },
    { side: "after", text: after, other: "removed", Mark: "ins" },
  ] as const;
  return (
    <dl className="grid gap-x-8 gap-y-3 md:grid-cols-2 print:grid-cols-2">
      {sides.map(({ side, text, other, Mark }) => (
        <div key={side} className="min-w-0 border-hairline border-l-2 pl-4">
          <dt className="text-ink-muted text-sm">{words(side)}</dt>
          <dd>
            {text === "" ? (
              <span className="text-ink-muted">{words("nothing")}</span>
            ) : (
              <p lang={lang} className="as-written break-words">
                {segments
                  .filter(({ kind }) => kind !== other)
                  .map(({ kind, text: piece }, index) => {
                    // The segments of one comparison never change their order.
                    const key = `${index}`;
                    const Part = kind === "same" ? "span" : Mark;
                    return (
                      <Part key={key}>
                        {kind === "same" ? null : (
                          <span lang={page} className="sr-only select-none">
                            {changes(kind)}
                          </span>
                        )}
                        <JapaneseParts lang={lang} text={piece} />
                      </Part>
                    );
                  })}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
