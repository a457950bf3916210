import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { STAGES } from "@/lib/domain/figures.ts";
import type { CityQuery } from "@/lib/web/city-query.ts";
import { homePath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Narrows the list of organisations down; what is asked stands in the address, and works without script. */
export function CityForm({ lang, query, years }: { lang: Language; query: CityQuery; years: readonly number[] }) {
  const words = useTranslations("public.standing");
  const tones = useTranslations("tones");
  const { misunderstood } = query;
  const names = { text: words("city.text"), year: words("city.year"), stage: words("city.stage") };
  return (
    <div className="grid gap-6 print:hidden">
      <search aria-label={words("city.filter")}>
        <form
          method="get"
          action={homePath(lang)}
          className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          <TextInput
            name="text"
            label={names.text}
            type="search"
            maxLength={100}
            defaultValue={query.text}
            className="sm:max-lg:col-span-2"
          />
          <Select
            name="year"
            label={names.year}
            defaultValue={query.fiscalYear === null ? "" : String(query.fiscalYear)}
            options={[
              { value: "", label: words("city.newestYear") },
              ...years.map((year) => ({ value: String(year), label: fiscalYearWords(lang, year) })),
            ]}
          />
          <Select
            name="stage"
            label={names.stage}
            defaultValue={query.stage ?? ""}
            options={[
              { value: "", label: words("city.everyStage") },
              ...STAGES.map((stage) => ({ value: stage, label: words(`stages.${stage}`) })),
            ]}
          />
          <Button variant="secondary" className="sm:max-lg:justify-self-start">
            {words("city.narrow")}
          </Button>
        </form>
      </search>
      {misunderstood.length > 0 ? (
        <Banner tone="warning" toneLabel={tones("warning")} title={words("city.notUnderstood")} announce="status">
          {misunderstood.map(({ name, value }) => (
            <p key={name}>{words("city.notUnderstoodWhy", { names: names[name], values: value })}</p>
          ))}
        </Banner>
      ) : null}
    </div>
  );
}
