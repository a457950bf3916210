import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { type Figured, type GradeGroup, type GradePart, gradesByIssue } from "@/lib/domain/figures.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import type { EvaluationPhase } from "@/lib/domain/forms/form.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AbsentWords } from "./absent-words.tsx";
import { Figure } from "./figure.tsx";
import { GradeBar, GradeLegend, usePartsLine, usePartWords } from "./grade-bar.tsx";

/** The grades of one evaluation, issue by issue: a figure for each kind of item that is graded in it, the first one open. */
export function GradesFigure({
  lang,
  policy,
  phase,
  brief = false,
}: {
  lang: Language;
  policy: Figured;
  phase: EvaluationPhase;
  /** Only the first. */
  brief?: boolean | undefined;
}) {
  const words = useTranslations("public.figures.grades");
  const phases = useTranslations("phases");
  const [first, ...others] = gradesByIssue(policy, phase);
  if (!first) return null;
  const { headings } = formOf(policy.formId);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6 print:block print:space-y-8">
      <GradesOfKind lang={lang} formId={policy.formId} group={first} />
      {others.length > 0 && !brief ? (
        <div>
          {others.map((group, index) => (
            <Disclosure
              key={group.type}
              summary={words("others", { phase: phases(phase), kind: headings[group.type][lang] })}
              className={index > 0 ? "-mt-px" : undefined}
            >
              <GradesOfKind lang={lang} formId={policy.formId} group={group} />
            </Disclosure>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function GradesOfKind({ lang, formId, group }: { lang: Language; formId: string; group: GradeGroup }) {
  const words = useTranslations("public.figures");
  const phases = useTranslations("phases");
  const partsLine = usePartsLine(lang);
  const kind = formOf(formId).headings[group.type][lang];
  const scale = Math.max(...group.rows.map(({ count }) => count));
  return (
    <Figure
      summary={
        <>
          <b>{words("grades.heading", { phase: phases(group.phase), kind, field: group.field.label[lang] })}</b>{" "}
          {words("grades.summary", { count: group.total.count, kind, parts: partsLine(group.total) })}
        </>
      }
      rule={
        <>
          {words("grades.rule", {
            field: group.field.label[lang],
            issues: group.rows.some(({ issue }) => issue) ? "yes" : "no",
          })}{" "}
          <AbsentWords states={group.total.parts.flatMap(({ none }) => none ?? [])} />
        </>
      }
      table={<GradesTable lang={lang} formId={formId} group={group} kind={kind} />}
      tableSummary={words("grades.table", { phase: phases(group.phase), kind })}
    >
      <div aria-hidden="true" className="grid gap-4">
        <GradeLegend lang={lang} grades={group.total} />
        <ol className="grid gap-3">
          {group.rows.map((row) => (
            <li
              key={row.issue?.id ?? "reform"}
              className="grid grid-cols-[1.5rem_minmax(0,1fr)_3.5rem] items-center gap-x-3 gap-y-0.5"
            >
              {row.issue ? (
                <span lang="ja" className="title-ja col-span-2 col-start-2 text-ink-soft text-sm leading-snug">
                  {row.issue.title}
                </span>
              ) : null}
              <span className="figures font-bold text-accent">{row.issue?.code}</span>
              <GradeBar grades={row} scale={scale} />
              <span className="figures text-right text-sm">{words("count", { count: row.count })}</span>
            </li>
          ))}
        </ol>
      </div>
    </Figure>
  );
}

function GradesTable({
  lang,
  formId,
  group: { phase, type, rows, total },
  kind,
}: {
  lang: Language;
  formId: string;
  group: GradeGroup;
  kind: string;
}) {
  const words = useTranslations("public.figures");
  const phases = useTranslations("phases");
  const nameOf = usePartWords(lang);
  const same = (a: GradePart, b: GradePart) => a.choice === b.choice && a.none === b.none;
  const counts = (parts: readonly GradePart[]) =>
    total.parts.map((column) => ({
      key: column.choice?.code ?? column.none ?? "",
      count: parts.find((part) => same(part, column))?.count ?? 0,
    }));
  return (
    <Table id={`grades-${phase}-${type}`} caption={words("grades.caption", { phase: phases(phase), kind })}>
      <thead>
        <tr>
          <Th>{rows.some(({ issue }) => issue) ? formOf(formId).headings.issue[lang] : kind}</Th>
          {total.parts.map((part) => (
            <Th key={part.choice?.code ?? part.none} numeric>
              {nameOf(part)}
            </Th>
          ))}
          <Th numeric>{words("total")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ issue, count, parts }) => (
          <tr key={issue?.id ?? "reform"}>
            <Th scope="row" lang={issue ? "ja" : undefined}>
              {issue ? `${issue.code} ${issue.title}` : kind}
            </Th>
            {counts(parts).map((cell) => (
              <Td key={cell.key} numeric>
                {cell.count}
              </Td>
            ))}
            <Td numeric>{count}</Td>
          </tr>
        ))}
      </tbody>
      {rows.length > 1 ? (
        <tfoot>
          <tr>
            <Th scope="row">{words("total")}</Th>
            {counts(total.parts).map((cell) => (
              <Td key={cell.key} numeric>
                {cell.count}
              </Td>
            ))}
            <Td numeric>{total.count}</Td>
          </tr>
        </tfoot>
      ) : null}
    </Table>
  );
}
