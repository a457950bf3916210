import { useTranslations } from "next-intl";
import { GRADES } from "@/lib/domain/search-entry.ts";
import type { FilterName } from "@/lib/domain/search-query.ts";
import type { SearchHit, SearchResult } from "@/lib/domain/search-result.ts";
import { GOALS, THEMES } from "@/lib/domain/themes.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The words for a value of a filter; the value itself where nothing is known of it. */
export function useFilterWords(lang: Language, organizations: SearchResult["organizations"]) {
  const words = useTranslations("search");
  const phases = useTranslations("phases");
  const verdicts = useTranslations("indicators.verdicts");
  return (name: FilterName, value: string): string => {
    switch (name) {
      case "theme":
        return THEMES.find(({ code }) => code === value)?.label[lang] ?? value;
      case "sdg":
        return `${value} ${GOALS.find(({ code }) => code === value)?.label[lang] ?? ""}`;
      case "org":
        return organizations.find(({ slug }) => slug === value)?.[lang === "ja" ? "nameJa" : "nameEn"] ?? value;
      case "year":
        return Number(value) >= 1926 ? fiscalYearWords(lang, Number(value)) : value;
      case "kind":
        return words(`kinds.${value as SearchHit["kind"]}`);
      case "indicator":
        return verdicts(value as SearchHit["verdicts"][number]);
      case "grade": {
        const grade = GRADES.find(({ key }) => key === value);
        if (!grade) return value;
        const { phase, type, choice } = grade;
        const said = { phase: phases(phase), type: words(`kinds.${type}`), symbol: choice.symbol };
        return words("gradeWords", { ...said, label: choice.label[lang] });
      }
    }
  };
}

/** The values of a filter in the order in which they are shown: as catalogue, form and city have them, years newest first. */
export function inShownOrder(
  name: FilterName,
  values: readonly string[],
  organizations: SearchResult["organizations"],
) {
  const order: Record<FilterName, readonly string[]> = {
    theme: THEMES.map(({ code }) => code),
    sdg: GOALS.map(({ code }) => code),
    org: organizations.map(({ slug }) => slug),
    year: [...values].sort().reverse(),
    kind: ["initiative", "strategy", "issue", "reformItem", "policy", "aim", "opinion", "notice"],
    indicator: ["met", "missed", "not-measured", "not-set", "qualitative"],
    grade: GRADES.map(({ key }) => key),
  };
  return order[name].filter((value) => values.includes(value));
}
