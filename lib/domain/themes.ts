import type { Label } from "./forms/form.ts";
import { sdgs } from "./forms/osaka-2023/choices.ts";

/** What an initiative can be filed under across organisations and years: the city's own themes, and the UN's goals. */

interface Tag {
  /** What is stored, exported and written in addresses. */
  readonly code: string;
  readonly label: Label;
}

/** The city-wide catalogue of themes, in the order in which it is shown. A code that was ever used stays. */
export const THEMES = [
  { code: "disaster", label: { ja: "防災・減災", en: "Disaster preparedness" } },
  { code: "safety", label: { ja: "防犯・交通安全", en: "Crime prevention and road safety" } },
  { code: "children", label: { ja: "子育て・教育", en: "Children and education" } },
  { code: "welfare", label: { ja: "福祉", en: "Welfare" } },
  { code: "health", label: { ja: "健康・医療", en: "Health and medical care" } },
  { code: "environment", label: { ja: "環境・美化", en: "Environment" } },
  { code: "town", label: { ja: "まちづくり", en: "Town planning" } },
  { code: "community", label: { ja: "地域活動", en: "Community life" } },
  { code: "diversity", label: { ja: "人権・多文化共生", en: "Human rights and diversity" } },
  { code: "culture", label: { ja: "文化・スポーツ", en: "Culture and sports" } },
  { code: "economy", label: { ja: "産業・にぎわい", en: "Business and vitality" } },
  { code: "administration", label: { ja: "行政運営", en: "Administration" } },
] as const satisfies readonly Tag[];

/** The seventeen Sustainable Development Goals by number, in the form's own words. */
export const GOALS: readonly Tag[] = sdgs.map(({ code, label }) => ({ code, label }));

export const THEME_CODES: readonly string[] = THEMES.map(({ code }) => code);
export const GOAL_CODES: readonly string[] = GOALS.map(({ code }) => code);

/** The codes among these that the catalogue has, each once and in its order. */
export const inCatalogue = (catalogue: readonly string[], codes: readonly string[]): string[] =>
  catalogue.filter((code) => codes.includes(code));
