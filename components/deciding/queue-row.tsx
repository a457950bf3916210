import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { warningsOf } from "@/lib/domain/grades.ts";
import { pickName } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { DecidingSheet } from "./deciding-sheet.tsx";

/** One waiting submission: what it is, what to know before deciding, and where it was opened a box to pick it with. */
export function QueueRow({
  lang,
  sheet,
  today,
  picked,
}: {
  lang: Language;
  sheet: WaitingSheet;
  today: CalendarDate;
  /** What was picked where the form came back with something to mend. */
  picked: Typed | null;
}) {
  const words = useTranslations();
  const { line, submissionId, lockVersion, versionHash } = { ...sheet, submissionId: sheet.line.id };
  const target = `${words(`targets.${line.target.type}`)} ${line.target.code ?? ""}`.trim();
  const title = line.target.title ?? line.organization.nameJa;
  return (
    <li className="grid gap-3 border-line border-b py-5">
      <div className="grid items-start gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="grid gap-1">
          <span className="figures text-ink-muted text-sm">{target}</span>
          <a href={submissionPath(lang, line.id)} lang="ja" className="title-ja justify-self-start font-bold">
            {title}
          </a>
          <span className="text-sm">{words(`phases.${line.phase}`)}</span>
          <Signs lang={lang} sheet={sheet} today={today} />
        </div>
        <div className="grid gap-1 md:justify-items-start">
          {sheet.opened ? (
            <>
              <Badge tone="success" className="justify-self-start">
                {words("deciding.queue.opened")}
              </Badge>
              <Checkbox
                id={`pick-${line.id}`}
                name={pickName(line.id)}
                value={JSON.stringify({ submissionId, lockVersion, versionHash })}
                defaultChecked={picked?.[pickName(line.id)] !== undefined}
                label={
                  <>
                    {words("deciding.queue.pick")}
                    <span className="sr-only">{words("deciding.queue.pickWhich", { target })}</span>
                  </>
                }
              />
            </>
          ) : (
            <>
              <Badge tone="neutral" className="justify-self-start">
                {words("deciding.queue.unopened")}
              </Badge>
              <p className="text-ink-muted text-sm">{words("deciding.queue.openFirst")}</p>
            </>
          )}
        </div>
      </div>
      {sheet.opened && line.phase !== "PLAN" ? (
        <Disclosure variant="quiet" summary={words("deciding.queue.unfold")} className="print:hidden">
          <DecidingSheet lang={lang} sheet={sheet} />
        </Disclosure>
      ) : null}
    </li>
  );
}

/** What one should know of a sheet before opening it, each in words. */
function Signs({ lang, sheet, today }: { lang: Language; sheet: WaitingSheet; today: CalendarDate }) {
  const words = useTranslations("deciding.signs");
  const desk = useTranslations("staff.desk");
  const { line, comparison, remarks } = sheet;
  const fields = fieldsOf(sheet.formId, line.target.type, line.phase);
  const warnings = warningsOf(fields, sheet.values, sheet.plan).length;
  const open = remarks.filter((remark) => !remark.changedSince).length;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-sm">
      <li>{words("by", { by: sheet.submittedBy })}</li>
      {line.dueOn ? (
        <li>
          {desk("due", { date: dateWords(lang, line.dueOn) })}
          {line.dueOn < today ? <b className="ml-1 text-warning-strong">{desk("overdue")}</b> : null}
        </li>
      ) : null}
      {comparison?.against === "submission" ? <li>{words("changed", { count: comparison.changes.length })}</li> : null}
      {open > 0 ? <li className="font-bold text-warning-strong">{words("unchanged", { count: open })}</li> : null}
      {warnings > 0 ? (
        <li className="font-bold text-warning-strong">{words("warnings", { count: warnings })}</li>
      ) : null}
      {sheet.deputyFor ? <li>{words("deputy", { holder: sheet.deputyFor })}</li> : null}
    </ul>
  );
}
