import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import type { QueryProblem } from "@/lib/domain/search-query.ts";

/** What of an address was not understood and left out; what cannot be searched for stands beside its field. */
export function QueryProblems({ problems }: { problems: readonly QueryProblem[] }) {
  const words = useTranslations("search");
  const tones = useTranslations("tones");
  const said = problems.flatMap((problem) => {
    if (problem.field === "q") return [];
    if (problem.code === "order") return [words("order")];
    return [words("unknown", { field: nameOf(problem.field), typed: problem.typed })];
  });
  function nameOf(field: Exclude<QueryProblem["field"], "q">): string {
    if (field === "page") return words("pageField");
    return field === "from" || field === "to" ? `${words("budget")} ${words(field)}` : words(`filter.${field}`);
  }
  if (said.length === 0) return null;
  return (
    <Banner tone="warning" toneLabel={tones("warning")} title={words("problemTitle")}>
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Banner>
  );
}
