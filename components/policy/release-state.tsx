import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import type { EditionContent } from "@/lib/domain/edition.ts";
import type { LateItems } from "@/lib/domain/edition-times.ts";
import type { EvaluationPhase } from "@/lib/domain/forms/form.ts";
import { sheetsOf } from "@/lib/domain/progress.ts";
import type { Language } from "@/lib/words/languages.ts";
import { GradeCounts } from "./grade-counts.tsx";

const EVALUATIONS = ["MID_YEAR_REVIEW", "SELF_EVALUATION"] as const;

/**
 * How many sheets of each evaluation the Edition holds, of those that its form asks for. Where the round has ended, those
 * that are missing are 未評価.
 */
export function ReleaseState({
  lang,
  formId,
  content,
  concluded,
  late,
  grades = false,
}: {
  lang: Language;
  formId: string;
  content: EditionContent;
  /** The phases whose rounds have ended. */
  concluded: readonly EvaluationPhase[];
  /** The items that joined when a round had ended: no sheet was asked for them. */
  late?: LateItems | undefined;
  /** With how often each grade was given. */
  grades?: boolean | undefined;
}) {
  const words = useTranslations();
  const lines = EVALUATIONS.map((phase) => ({
    phase,
    ended: concluded.includes(phase),
    ...sheetsOf(formId, content, phase, late?.[phase]),
  })).filter(({ asked }) => asked > 0);
  return (
    <dl className="grid gap-x-12 gap-y-4 sm:grid-cols-2">
      {lines.map(({ phase, asked, released, ended }) => (
        <div key={phase} className="grid content-start gap-1 border-hairline border-t pt-3">
          <dt className="font-bold">{words(`phases.${phase}`)}</dt>
          <dd className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={released === 0 ? "neutral" : released < asked ? "info" : "success"}>
              {words(`public.summary.${stateOf(asked, released, ended)}`)}
            </Badge>
            <span className="figures">{words("public.summary.released", { asked, released })}</span>
            {ended && released < asked ? (
              <span className="figures text-ink-muted">
                {words("public.summary.unevaluated", { count: asked - released })}
              </span>
            ) : null}
          </dd>
          {grades && released > 0 ? (
            <dd className="mt-2">
              <GradeCounts lang={lang} formId={formId} content={content} phase={phase} />
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** Nothing, a part, all of what was asked, or as much as there will be of it. */
function stateOf(asked: number, released: number, ended: boolean): "none" | "some" | "all" | "ended" | "endedNone" {
  if (released === asked) return "all";
  if (ended) return released === 0 ? "endedNone" : "ended";
  return released === 0 ? "none" : "some";
}
