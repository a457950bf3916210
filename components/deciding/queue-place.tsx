import { useTranslations } from "next-intl";
import type { PlaceInQueue } from "@/lib/domain/deciding-view.ts";
import type { SubmissionLine } from "@/lib/domain/submission-view.ts";
import { decidingPath, submissionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Where a sheet stands among those that wait for the reader, with the ways to the ones before and after it. */
export function QueuePlace({ lang, place }: { lang: Language; place: PlaceInQueue }) {
  const words = useTranslations("deciding.place");
  const targets = useTranslations("targets");
  const link = (kind: "previous" | "next", line: SubmissionLine | null) =>
    line ? (
      <a
        href={submissionPath(lang, line.id)}
        rel={kind === "next" ? "next" : "prev"}
        className="inline-flex min-h-target items-center"
      >
        {words(kind, { target: `${targets(line.target.type)} ${line.target.code ?? ""}`.trim() })}
      </a>
    ) : null;
  return (
    <nav
      aria-label={words("label")}
      className="flex flex-wrap items-center gap-x-8 border-hairline border-y text-sm print:hidden"
    >
      <a href={decidingPath(lang)} className="inline-flex min-h-target items-center font-bold">
        {place.number === null
          ? words("left", { count: place.count })
          : words("of", { number: place.number, count: place.count })}
      </a>
      {link("previous", place.previous)}
      {link("next", place.next)}
    </nav>
  );
}
