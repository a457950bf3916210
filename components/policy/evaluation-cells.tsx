import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { classes } from "@/components/ui/native.ts";
import type { LateItems } from "@/lib/domain/edition-times.ts";
import { wasPassedOver } from "@/lib/domain/figures.ts";
import { fieldsOf, gradeField } from "@/lib/domain/forms/catalogue.ts";
import { type Choice, choiceOf, EVALUATIONS, type EvaluationPhase, type TargetType } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ChoiceWords } from "./choice-words.tsx";
import { Heading, type Level } from "./heading.tsx";
import { SheetView } from "./sheet-view.tsx";

/** What was or was not released for one target. */
export interface Evaluated {
  readonly id: string;
  readonly type: TargetType;
  readonly plan: SheetValues;
  readonly sheets: Partial<Record<EvaluationPhase, SheetValues>>;
}

interface EvaluationCellsProps {
  lang: Language;
  formId: string;
  target: Evaluated;
  /** The phases whose rounds have ended: an empty cell there is 未評価, and 未公開 elsewhere. */
  concluded: readonly EvaluationPhase[];
  /** The items that joined when a round had ended: nothing is missing there. */
  late?: LateItems | undefined;
  /** The organisation's: given, the page is made from another publication, and an empty cell says what that leaves out. */
  sourceNote: string | null;
  /** compact: what the target is called, for those who hear what can be pressed without what stands round it. */
  named?: string | undefined;
  /** compact: a line per phase. full: the sheets side by side where there is room. */
  variant: "compact" | "full";
  /** compact: where each phase's sheet is read; without it the sheet is folded in its line. */
  sheetAt?: ((phase: EvaluationPhase) => string) | undefined;
  /** Of the phase's name in the full variant. */
  level?: Level | undefined;
  /** In the full variant: what stands before the phases, in a column of its own. */
  first?: { readonly heading: string; readonly view: ReactNode } | undefined;
}

/** Mid-year review and self-evaluation of one target, as far as its form asks for them: the sheet, or why there is none. */
export function EvaluationCells({ variant, ...props }: EvaluationCellsProps) {
  const { formId, target } = props;
  const phases = EVALUATIONS.filter((phase) => fieldsOf(formId, target.type, phase).length > 0);
  if (phases.length === 0 && !props.first) return null;
  const cells = phases.map((phase) => ({ phase, values: target.sheets[phase] }));
  return variant === "compact" ? <CompactCells {...props} cells={cells} /> : <FullCells {...props} cells={cells} />;
}

interface CellsProps extends Omit<EvaluationCellsProps, "variant"> {
  cells: readonly { phase: EvaluationPhase; values: SheetValues | undefined }[];
}

/** A line per phase, in the order of the year: its sheet or the way to it, or why there is none. */
function CompactCells({ cells, ...props }: CellsProps) {
  const words = useTranslations();
  const { target, concluded, late, sourceNote, sheetAt } = props;
  const isLate = (phase: EvaluationPhase) => late?.[phase].includes(target.id) === true;
  const empty = cells.filter(({ phase, values }) => values === undefined && !isLate(phase));
  return (
    <>
      {cells.map(({ phase, values }) => {
        if (values) {
          const Line = sheetAt ? SheetLink : FoldedSheet;
          return <Line key={phase} {...props} phase={phase} values={values} />;
        }
        if (isLate(phase))
          return (
            <p key={phase} className="text-ink-muted text-sm">
              {words("history.public.late", { phase: words(`phases.${phase}`) })}
            </p>
          );
        // What is empty for one reason is said together, where the first of it stands.
        const why = emptyWhy(concluded, phase);
        const together = empty.filter((one) => emptyWhy(concluded, one.phase) === why);
        if (together[0]?.phase !== phase) return null;
        const isLast = empty.at(-1) === together.at(-1);
        return (
          <p key={phase} className="text-ink-muted text-sm">
            {words(`evaluation.${why}`, {
              phases: together.map((one) => words(`phases.${one.phase}`)).join(words("sheet.separator")),
            })}
            {sourceNote && isLast ? ` ${words("evaluation.notInSource", { type: target.type })}` : null}
          </p>
        );
      })}
    </>
  );
}

const emptyWhy = (concluded: readonly EvaluationPhase[], phase: EvaluationPhase) =>
  concluded.includes(phase) ? "compactEnded" : "compact";

type LineProps = Omit<CellsProps, "cells"> & { phase: EvaluationPhase; values: SheetValues };

/** The phase's name as the way to its sheet, and the grade. */
function SheetLink({ lang, formId, target, named, sheetAt, phase, values }: LineProps) {
  const grade = gradeOf(formId, target.type, phase, values);
  return (
    <p>
      <a href={sheetAt?.(phase)}>
        <PhaseNamed phase={phase} named={named} />
      </a>{" "}
      {grade ? <ChoiceWords lang={lang} choice={grade} /> : null}
    </p>
  );
}

function FoldedSheet({ lang, formId, target, named, phase, values }: LineProps) {
  const grade = gradeOf(formId, target.type, phase, values);
  return (
    <Disclosure
      variant="quiet"
      summary={
        <span className="inline-flex flex-wrap items-start gap-x-4 gap-y-1">
          <span>
            <PhaseNamed phase={phase} named={named} />
          </span>
          {grade ? (
            <span className="text-ink">
              <ChoiceWords lang={lang} choice={grade} />
            </span>
          ) : null}
        </span>
      }
    >
      <SheetView lang={lang} fields={fieldsOf(formId, target.type, phase)} values={values} plan={target.plan} />
    </Disclosure>
  );
}

function PhaseNamed({ phase, named }: Pick<LineProps, "phase" | "named">) {
  const words = useTranslations("phases");
  return (
    <>
      {words(phase)} {named ? <span className="sr-only">{named}</span> : null}
    </>
  );
}

function FullCells({ lang, formId, target, concluded, late, sourceNote, cells, first, level = 3 }: CellsProps) {
  const words = useTranslations();
  const named = cells.length > 1 || first !== undefined;
  return (
    <div className="space-y-10 lg:grid lg:auto-cols-fr lg:grid-flow-col lg:gap-10 lg:space-y-0">
      {first ? (
        <section aria-label={first.heading} className="min-w-0 border-line border-t pt-4">
          <Heading level={level} className="mb-4 text-xl">
            {first.heading}
          </Heading>
          {first.view}
        </section>
      ) : null}
      {cells.map(({ phase }) => (
        <section
          key={phase}
          aria-label={named ? words(`phases.${phase}`) : undefined}
          className={classes("min-w-0", named && "border-line border-t pt-4")}
        >
          {named ? (
            <Heading level={level} className="mb-4 text-xl">
              {words(`phases.${phase}`)}
            </Heading>
          ) : null}
          <EvaluationCell {...{ lang, formId, target, concluded, late, sourceNote, phase }} />
        </section>
      ))}
    </div>
  );
}

/** One target's sheet of a phase that its form asks for, or why there is none. */
export function EvaluationCell({
  lang,
  formId,
  target,
  phase,
  concluded,
  late,
  sourceNote,
}: Pick<EvaluationCellsProps, "lang" | "formId" | "target" | "concluded" | "late" | "sourceNote"> & {
  phase: EvaluationPhase;
}) {
  const words = useTranslations();
  const values = target.sheets[phase];
  if (values) {
    const fields = fieldsOf(formId, target.type, phase);
    return <SheetView lang={lang} fields={fields} values={values} plan={target.plan} />;
  }
  if (late?.[phase].includes(target.id))
    return (
      <p className="flex items-start gap-2">
        <Icon name="info" className="mt-[0.2em] text-ink-muted" />
        {words("history.public.late", { phase: words(`phases.${phase}`) })}
      </p>
    );
  return (
    <div className="grid gap-1">
      <p className="flex items-center gap-2 font-bold">
        <Icon name={whyAbsent(concluded, phase) === "unreleased" ? "clock" : "info"} className="text-ink-muted" />
        {words(concluded.includes(phase) ? "evaluation.unevaluated" : "evaluation.unreleased")}
      </p>
      <p className="text-ink-muted">{words(`evaluation.${whyAbsent(concluded, phase)}Why`)}</p>
      {sourceNote ? <p className="text-ink-muted">{words("evaluation.notInSource", { type: target.type })}</p> : null}
    </div>
  );
}

/** Why a sheet is not there: its round ended without it, nobody got to it, or it may still come. */
function whyAbsent(concluded: readonly EvaluationPhase[], phase: EvaluationPhase) {
  if (concluded.includes(phase)) return "unevaluated";
  return wasPassedOver(concluded, phase) ? "passedOver" : "unreleased";
}

/** The choice that stands for a whole sheet. */
function gradeOf(formId: string, type: TargetType, phase: EvaluationPhase, values: SheetValues): Choice | undefined {
  const field = gradeField(formId, type, phase);
  return field && choiceOf(field, values[field.key]);
}
