import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { HistoryHead } from "@/lib/domain/published-policy.ts";
import { comparePath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useEditionKind } from "./edition-words.ts";

/** Chooses two Editions to be laid side by side; at first the newest and the one before it. Works without script. */
export function CompareForm({
  lang,
  policy: { organization, fiscalYear, lines },
  from,
  to,
  headed = true,
}: {
  lang: Language;
  policy: HistoryHead;
  from?: number | undefined;
  to?: number | undefined;
  /** Whether it names itself; on a page of its own the page does. */
  headed?: boolean | undefined;
}) {
  const words = useTranslations("history.public");
  const kindOf = useEditionKind();
  if (lines.length < 2) return <p className="text-ink-muted">{words("compare.single")}</p>;
  const options = lines.map((line) => ({
    value: String(line.number),
    label: words("compare.option", {
      number: line.number,
      what: kindOf(line),
      date: dateWords(lang, tokyoDate(line.occurredAt)),
    }),
  }));
  const known = (number: number | undefined, otherwise: number) =>
    String(lines.some((line) => line.number === number) ? number : otherwise);
  const newest = lines[0]?.number ?? 1;
  return (
    <form
      method="get"
      action={comparePath(lang, organization.slug, fiscalYear)}
      {...(headed ? { "aria-labelledby": "compare-heading" } : { "aria-label": words("compare.heading") })}
      className={
        headed ? "grid content-start gap-4" : "grid items-end gap-x-6 gap-y-4 md:grid-cols-[1fr_1fr_auto] print:hidden"
      }
    >
      {headed ? (
        <h2 id="compare-heading" className="text-lg md:text-lg">
          {words("compare.heading")}
        </h2>
      ) : null}
      <Select name="from" label={words("compare.from")} options={options} defaultValue={known(from, newest - 1)} />
      <Select name="to" label={words("compare.to")} options={options} defaultValue={known(to, newest)} />
      <div>
        <Button variant="secondary">{words("compare.show")}</Button>
      </div>
    </form>
  );
}
