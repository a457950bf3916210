import { FORMULATION_STEPS, type FormulationStep, type RevisionPart } from "./edition.ts";

import { OPINION_SOURCES, type Opinion } from "./policy.ts";

/** How a plan is formulated (策定経過): 素案, 案, 確定, each public as an Edition of its own, and never back. */

/** How far a policy's plan has come in public. */
export interface Formulated {
  /** The number of its current Edition; 0 before the first. */
  readonly number: number;
  /** The step that this Edition stands at; null where the plan was formulated in one step. */
  readonly step: FormulationStep | null;
}

/** Whether the plan is final: the last step was released, or the only one. Rounds of evaluation wait for it. */
export function isFinal({ number, step }: Formulated): boolean {
  return number > 0 && (step === null || step === "FINAL");
}

/** Whether readers have to be told that what they read is not final. */
export function isProvisional(step: FormulationStep | null | undefined): step is "OUTLINE" | "PROPOSAL" {
  return step === "OUTLINE" || step === "PROPOSAL";
}

/** The steps that the next formulation may publish; null among them: all of it in one step. None once the plan is final. */
export function stepsAfter({ number, step }: Formulated): readonly (FormulationStep | null)[] {
  if (number === 0) return [...FORMULATION_STEPS, null];
  return step === null ? [] : FORMULATION_STEPS.slice(FORMULATION_STEPS.indexOf(step) + 1);
}

/** The kinds of Revision that there may be now: a formulation while the plan is not final, the others once it is public. */
export function kindsAfter(formulated: Formulated): readonly RevisionPart["kind"][] {
  return [
    ...(stepsAfter(formulated).length > 0 ? (["FORMULATION"] as const) : []),
    ...(formulated.number > 0 ? (["AMENDMENT", "CORRECTION"] as const) : []),
  ];
}

/**
 * What is wrong with what a Revision says of itself, given how far the plan has come; null where nothing is. A formulation
 * goes forward only; an amendment or a correction needs something public, and a correction the Edition whose error it is.
 */
export function misdescribed(
  { kind, step, corrects }: Pick<RevisionPart, "kind" | "step" | "corrects">,
  formulated: Formulated,
): "kind" | "step" | "corrects" | null {
  if (!kindsAfter(formulated).includes(kind)) return "kind";
  const rightStep = kind === "FORMULATION" ? stepsAfter(formulated).includes(step ?? null) : step === undefined;
  if (!rightStep) return "step";
  if (kind !== "CORRECTION") return corrects === undefined ? null : "corrects";
  return corrects !== undefined && corrects <= formulated.number ? null : "corrects";
}

/** The numbers of the Editions that say of themselves that they correct one, in order. */
export function correctionsOf(
  number: number,
  lines: readonly { readonly number: number; readonly corrects: number | null }[],
): number[] {
  return lines
    .filter(({ corrects }) => corrects === number)
    .map((line) => line.number)
    .sort((a, b) => a - b);
}

/** The Editions by which a plan was formulated step by step, as they came; none where no steps are known. */
export function stepLines<
  Line extends {
    readonly number: number;
    readonly revisionKind: RevisionPart["kind"] | null;
    readonly step: FormulationStep | null;
  },
>(lines: readonly Line[]): Line[] {
  return lines
    .filter(({ revisionKind, step }) => revisionKind === "FORMULATION" && step !== null)
    .sort((a, b) => a.number - b.number);
}

/** Opinions by where and when they were given, the earliest first; those without a date come last. */
export function opinionGroups(
  opinions: readonly Opinion[],
): { readonly source: Opinion["source"]; readonly date: Opinion["date"]; readonly opinions: readonly Opinion[] }[] {
  const groups = new Map<string, Opinion[]>();
  for (const opinion of opinions) {
    const name = `${opinion.date ?? "~"} ${OPINION_SOURCES.indexOf(opinion.source)}`;
    groups.set(name, [...(groups.get(name) ?? []), opinion]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first ? [{ source: first.source, date: first.date, opinions: [first, ...others] }] : [],
    );
}
