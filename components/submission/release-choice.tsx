import { useTranslations } from "next-intl";
import { useRevisionKind } from "@/components/history/edition-words.ts";
import { ConcludeChoice } from "@/components/rounds/conclude-choice.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { UnconcludedRound } from "@/lib/domain/round-view.ts";
import type { ReadyLine } from "@/lib/domain/submission-view.ts";
import { releasePreviewPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** First step of a release: what goes in, and the notice that goes with it. It only asks to see the page; nothing is sent. */
export function ReleaseChoice({
  lang,
  policyId,
  ready,
  reserved,
  rounds,
}: {
  lang: Language;
  policyId: string;
  ready: readonly ReadyLine[];
  /** What a scheduled release takes already: not chosen again unless somebody says so. */
  reserved: readonly string[];
  /** The rounds that this release may conclude. */
  rounds: readonly UnconcludedRound[];
}) {
  const words = useTranslations();
  const kindOf = useRevisionKind();
  const none = <p className="text-ink-muted">{words("staff.release.choiceNone")}</p>;
  if (ready.length + rounds.length === 0) return none;
  return (
    <form action={releasePreviewPath(lang, policyId)} method="get" className="grid gap-8">
      {ready.length === 0 ? (
        none
      ) : (
        <Fieldset name="include" label={words("staff.release.ready", { count: ready.length })}>
          {ready.map((line) => (
            <Checkbox
              key={line.id}
              id={`include-${line.id}`}
              name="include"
              value={line.id}
              defaultChecked={!reserved.includes(line.id)}
              label={
                <>
                  {words(`targets.${line.target.type}`)} {line.target.code}{" "}
                  <span lang="ja">{line.target.title ?? line.organization.nameJa}</span>
                </>
              }
              explanation={[
                words(`phases.${line.phase}`),
                ...(line.described ? [kindOf(line.described)] : []),
                ...(line.described?.corrects
                  ? [words("formulation.corrects", { number: line.described.corrects })]
                  : []),
                ...(reserved.includes(line.id) ? [words("notices.schedule.reserved")] : []),
              ].join(" ・ ")}
            />
          ))}
        </Fieldset>
      )}
      <ConcludeChoice lang={lang} rounds={rounds} />
      <Disclosure summary={words("staff.release.notice")}>
        <div className="grid gap-5">
          <TextArea
            name="notice"
            label={words("staff.release.noticeText")}
            hint={words("staff.release.noticeHint")}
            optional={words("staff.fields.optional")}
            lang="ja"
            rows={3}
          />
          <DateField
            name="date"
            label={words("staff.release.noticeDate")}
            optional={words("staff.fields.optional")}
            parts={{
              year: words("staff.panel.year"),
              month: words("staff.panel.month"),
              day: words("staff.panel.day"),
            }}
          />
        </div>
      </Disclosure>
      <div>
        <Button variant="primary">{words("staff.release.preview")}</Button>
      </div>
    </form>
  );
}
