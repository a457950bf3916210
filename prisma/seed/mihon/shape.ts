import type { Indicator } from "../../../lib/domain/forms/indicator.ts";

/**
 * How the texts of みほん区 are written down: each item with its finished year (plan, mid-year review, self-evaluation)
 * and with what changes in the year after. All of it is made up. No text names a year, because the years are computed.
 */

export const MIHON_SECTIONS = [
  { nameJa: "総務課", nameEn: "General Affairs Section" },
  { nameJa: "市民協働課", nameEn: "Civic Partnership Section" },
  { nameJa: "子育て支援課", nameEn: "Child-rearing Support Section" },
  { nameJa: "保健福祉課", nameEn: "Health and Welfare Section" },
  { nameJa: "窓口サービス課", nameEn: "Residents' Services Section" },
] as const;
export type MihonSection = (typeof MIHON_SECTIONS)[number]["nameJa"];

/** An indicator with what was measured (null: 未測定) and the target of the year after, where that differs. */
export interface IndicatorText extends Omit<Indicator, "id"> {
  readonly actual: number | string | null;
  readonly nextTarget?: number | string | null;
}

type Measure = Pick<IndicatorText, "measure" | "direction">;
type Row = readonly [
  name: string,
  unit: string | null,
  baseline: number | null,
  target: number | string | null,
  actual: number | string | null,
  nextTarget?: number | string | null,
];

const indicator =
  (measure: Measure["measure"], direction: Measure["direction"]) =>
  (...[name, unit, baseline, target, actual, nextTarget]: Row): IndicatorText => ({
    name,
    unit,
    measure,
    direction,
    baseline,
    target,
    actual,
    ...(nextTarget === undefined ? {} : { nextTarget }),
  });

/** More is better. */
export const more = indicator("NUMBER", "HIGHER");
/** Less is better. */
export const fewer = indicator("NUMBER", "LOWER");
/** Getting there is what counts, not how far beyond. */
export const reach = indicator("NUMBER", "REACH");
/** Staying there. */
export const keep = indicator("NUMBER", "KEEP");
export const morePercent = indicator("PERCENT", "HIGHER");
export const fewerPercent = indicator("PERCENT", "LOWER");
/** Said in words. */
export const inWords = indicator("QUALITATIVE", "REACH");

/** An initiative's plan, without its evaluations. */
export interface InitiativePlan {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly actions: string;
  readonly indicators: readonly IndicatorText[];
  readonly withdrawal?: string;
  /** What was achieved before the finished year. */
  readonly prior?: string;
  /**
   * Thousand yen, in the order of time, counted from the finished year: settled two years before, budget and settled
   * amount of the year before, its own budget and settled amount, budget of the year after.
   */
  readonly money: readonly [number | null, number | null, number | null, number, number | null, number];
}

export interface InitiativeText extends InitiativePlan {
  /** null where it came too late for one. */
  readonly midYear: {
    readonly progress: string;
    readonly outlook: "1" | "2";
    readonly implementation: "i" | "ii";
    readonly effectiveness: "1" | "2" | "0";
    readonly challengeAndImprovement?: string;
  } | null;
  readonly yearEnd: {
    readonly results: string;
    readonly achievement: "1" | "2" | "3";
    readonly implementation: "i" | "ii";
    readonly challengeAndImprovement?: string;
    readonly gradeReason?: string;
  };
  /** What the year after changes; null where it gives the initiative up (or merges it into another). */
  readonly next?: (Partial<Pick<InitiativePlan, "title" | "description" | "actions">> & { merges?: string }) | null;
  /** The code of the item of the year before that it continues, where that was another one: this one was split off. */
  readonly continues?: string;
  /** Begun, or given up, by an amendment in the midst of the finished year. */
  readonly amended?: "added" | "removed";
}

export interface StrategyText {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly targetState: string;
  readonly indicators: readonly IndicatorText[];
  readonly midYear: { progressStatus: "a" | "b"; challenge?: string; improvement?: string };
  readonly yearEnd: {
    readonly outcomeStatus: "A" | "B";
    readonly effectiveness: "1" | "2" | "0";
    readonly challenge?: string;
    readonly futureDirection: string;
    readonly gradeReason?: string;
  };
  readonly initiatives: readonly InitiativeText[];
  /** Initiatives that the year after begins. */
  readonly added?: readonly InitiativePlan[];
}

export interface IssueText {
  readonly code: string;
  readonly title: string;
  readonly section: MihonSection;
  readonly description: string;
  readonly futureState: string;
  readonly currentSituation: string;
  readonly causeAnalysis: string;
  readonly challenge: string;
  readonly yearEnd: { readonly summary: string; readonly challenge?: string; readonly futureDirection: string };
  readonly strategies: readonly (StrategyText & { readonly section?: MihonSection })[];
}

export interface ReformItemText {
  readonly code: string;
  readonly title: string;
  readonly section: MihonSection;
  readonly purpose: string;
  readonly outline: string;
  readonly goal: string;
  readonly actions: readonly string[];
  readonly midYear: { outlook: "1" | "2"; implementation: "i" | "ii"; challengeAndImprovement?: string };
  readonly yearEnd: {
    readonly results: string;
    readonly achievement: "1" | "2";
    readonly implementation: "i" | "ii";
    readonly challengeAndImprovement?: string;
  };
  readonly next?: { readonly goal?: string; readonly actions?: readonly string[] };
}
