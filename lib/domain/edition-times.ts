import { type CalendarDate, tokyoDate } from "./fiscal-year.ts";
import { type EvaluationPhase, type Manifest, PHASES, type Phase } from "./forms/form.ts";

/** The Edition that was current at the end of a day in Japan, by when it happened; undefined before the first. */
export function currentOn<Line extends { readonly number: number; readonly occurredAt: Date }>(
  editions: readonly Line[],
  date: CalendarDate,
): Line | undefined {
  return [...editions].sort((a, b) => b.number - a.number).find(({ occurredAt }) => tokyoDate(occurredAt) <= date);
}

/** The phases of which a policy's Editions have brought anything so far, in the order of the year. */
export const phasesIn = (editions: readonly { readonly phases: readonly Phase[] }[]): Phase[] =>
  PHASES.filter((phase) => editions.some(({ phases }) => phases.includes(phase)));

/** The items that came too late for an evaluation, by phase. */
export type LateItems = Readonly<Record<EvaluationPhase, readonly string[]>>;

/**
 * The ids of the items that an evaluation could not ask for, because they joined the policy when its round had ended:
 * there is no sheet for them in that phase, and nothing is missing. `editions` in the order of their numbers.
 */
export function lateItems(
  editions: readonly { readonly parts: Manifest; readonly concludes: readonly EvaluationPhase[] }[],
): LateItems {
  const ids = editions.map(({ parts }) => new Set(Object.keys(parts).flatMap((key) => itemId(key) ?? [])));
  const lateFor = (phase: EvaluationPhase) => {
    const ended = editions.findIndex(({ concludes }) => concludes.includes(phase));
    if (ended < 0) return [];
    // What came together with the end of the round was not in it either; a first Edition holds what it began with.
    const inTime = new Set(ids.slice(0, Math.max(ended, 1)).flatMap((those) => [...those]));
    return [...new Set(ids.slice(ended).flatMap((those) => [...those]))].filter((id) => !inTime.has(id));
  };
  return { MID_YEAR_REVIEW: lateFor("MID_YEAR_REVIEW"), SELF_EVALUATION: lateFor("SELF_EVALUATION") };
}

const itemId = (key: string) => /^(?:issue|strategy|initiative|reformItem):([^/]+)$/.exec(key)?.[1];
