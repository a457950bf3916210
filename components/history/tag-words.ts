import { GOALS, inCatalogue, THEMES } from "@/lib/domain/themes.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The themes or goals that an initiative is filed under, as one text that can be set beside another. */
export function tagWords(lang: Language, kind: "themes" | "sdgs", codes: readonly string[]): string {
  const catalogue = kind === "themes" ? THEMES : GOALS;
  const known = inCatalogue(
    catalogue.map(({ code }) => code),
    codes,
  );
  return known
    .map((code) => {
      const label = catalogue.find((tag) => tag.code === code)?.label[lang] ?? code;
      return kind === "sdgs" ? `${code} ${label}` : label;
    })
    .join("\n");
}
