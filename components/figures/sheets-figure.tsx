import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { type Figured, SHEET_STATES, type SheetRow, sheetMatrix, stateCounts } from "@/lib/domain/figures.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { EVALUATIONS, type EvaluationPhase } from "@/lib/domain/forms/form.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AbsentWords } from "./absent-words.tsx";
import { Figure } from "./figure.tsx";
import { groundLook, Swatch } from "./grounds.tsx";

/** Which sheets are there, not yet released (未公開) or left out when the round ended (未評価): one field for each. */
export function SheetsFigure({ lang, policy }: { lang: Language; policy: Figured }) {
  const words = useTranslations("public.figures");
  const phases = useTranslations("phases");
  const rows = sheetMatrix(policy).filter(({ states }) => EVALUATIONS.some((phase) => states[phase] !== "notAsked"));
  const asked = EVALUATIONS.filter((phase) => rows.some(({ states }) => states[phase] !== "notAsked"));
  const told = (phase: EvaluationPhase) =>
    SHEET_STATES.map((state) => ({ state, count: stateCounts(rows, phase)[state] })).filter(
      ({ state, count }) => state !== "notAsked" && count > 0,
    );
  const present = SHEET_STATES.filter((state) => asked.some((phase) => told(phase).some((one) => one.state === state)));
  return (
    <Figure
      summary={asked
        .map((phase) =>
          words("sheets.summary", {
            phase: phases(phase),
            parts: told(phase)
              .map(({ state, count }) => words("part", { name: words(`states.${state}`), count }))
              .join(words("separator")),
          }),
        )
        .join(" ")}
      rule={
        <>
          {words("sheets.rule")} <AbsentWords states={present} />
        </>
      }
      table={<SheetsTable lang={lang} formId={policy.formId} rows={rows} phases={asked} />}
      tableSummary={words("sheets.table")}
    >
      <div aria-hidden="true" className="grid gap-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {present.map((state) => (
            <li key={state} className="inline-flex items-center gap-2">
              <Swatch ground={state} /> {words(`states.${state}`)}
            </li>
          ))}
        </ul>
        <dl className="grid gap-3">
          {asked.map((phase) => (
            <div key={phase} className="grid gap-1 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-x-4">
              <dt className="font-bold text-sm">{phases(phase)}</dt>
              <dd>
                <Fields rows={rows} phase={phase} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Figure>
  );
}

const SIDE = 16;

/** The fields of a phase in reading order, those of an issue together. */
function Fields({ rows, phase }: { rows: readonly SheetRow[]; phase: EvaluationPhase }) {
  const groups: SheetRow[][] = [];
  for (const row of rows) {
    if (row.target.type === "issue" || row.target.type === "policy" || groups.length === 0) groups.push([]);
    const [first] = groups.at(-1) ?? [];
    if (row.target.type === "reformItem" && first && first.target.type !== "reformItem") groups.push([]);
    groups.at(-1)?.push(row);
  }
  const shown = groups
    .map((group) => group.filter(({ states }) => states[phase] !== "notAsked"))
    .filter((group) => group.length > 0);
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-2">
      {shown.map((group) => (
        <svg
          key={group[0]?.target.id}
          width={group.length * (SIDE + 2)}
          height={SIDE + 2}
          viewBox={`0 0 ${group.length * (SIDE + 2)} ${SIDE + 2}`}
          aria-hidden="true"
          className="drawing h-auto max-w-full"
        >
          {SHEET_STATES.map((state) => {
            const squares = group.flatMap(({ states }, index) =>
              states[phase] === state ? [`M${index * (SIDE + 2) + 1} 1h${SIDE - 1}v${SIDE - 1}h-${SIDE - 1}z`] : [],
            );
            return squares.length > 0 ? <path key={state} d={squares.join("")} {...groundLook(state)} /> : null;
          })}
        </svg>
      ))}
    </span>
  );
}

function SheetsTable({
  lang,
  formId,
  rows,
  phases,
}: {
  lang: Language;
  formId: string;
  rows: readonly SheetRow[];
  phases: readonly EvaluationPhase[];
}) {
  const words = useTranslations("public.figures");
  const names = useTranslations("phases");
  const targets = useTranslations("targets");
  const { headings } = formOf(formId);
  return (
    <Table id="sheets-table" caption={words("sheets.caption")}>
      <thead>
        <tr>
          <Th>{words("sheets.item")}</Th>
          {phases.map((phase) => (
            <Th key={phase}>{names(phase)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ target, states }) => (
          <tr key={target.id}>
            <Th scope="row">
              {target.type === "policy" ? (
                targets("policy")
              ) : (
                <>
                  {headings[target.type][lang]} <span className="figures">{target.code}</span>{" "}
                  <span lang="ja">{target.title}</span>
                </>
              )}
            </Th>
            {phases.map((phase) => (
              <Td key={phase}>{words(`states.${states[phase]}`)}</Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
