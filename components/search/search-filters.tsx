import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { FILTER_NAMES, type FilterName, type QueryProblem } from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { inShownOrder, useFilterWords } from "./filter-words.ts";

/** Filters that stand open from the start; the others where something is chosen in them. */
const OPEN: readonly FilterName[] = ["theme", "kind"];

/** What a search can be narrowed down by, with how many texts each value would leave. Stands inside the search's form. */
export function SearchFilters({
  lang,
  result,
  typed,
  problems,
}: {
  lang: Language;
  result: SearchResult;
  /** The ends of the budget as they were typed. */
  typed: { readonly from: string; readonly to: string };
  /** What of the address was not understood: what is wrong with the budget is said beside its box too. */
  problems: readonly QueryProblem[];
}) {
  const words = useTranslations("search");
  const { query } = result;
  const wrong = (end: "from" | "to") =>
    problems.flatMap(({ field, code }) => (field === end ? [words(code === "order" ? "order" : "budgetNumber")] : []));
  return (
    <Disclosure summary={words("filters")} className="open-beside self-start print:hidden">
      <h2 className="mb-4 text-xl max-lg:sr-only">{words("filters")}</h2>
      <div className="grid gap-1">
        {FILTER_NAMES.map((name) => (
          <Values key={name} lang={lang} name={name} result={result} />
        ))}
      </div>
      <fieldset className="mt-6 grid grid-cols-2 items-start gap-3">
        <legend className="mb-2 font-bold">{words("budget")}</legend>
        <TextInput
          name="from"
          label={words("from")}
          inputMode="numeric"
          maxLength={15}
          defaultValue={typed.from}
          errors={wrong("from")}
        />
        <TextInput
          name="to"
          label={words("to")}
          inputMode="numeric"
          maxLength={15}
          defaultValue={typed.to}
          errors={wrong("to")}
        />
      </fieldset>
      <Checkbox
        className="mt-4"
        name="superseded"
        value="1"
        label={words("superseded")}
        explanation={words("supersededWhy")}
        defaultChecked={query.superseded}
      />
      <Button variant="secondary" className="mt-4">
        {words("apply")}
      </Button>
    </Disclosure>
  );
}

function Values({ lang, name, result }: { lang: Language; name: FilterName; result: SearchResult }) {
  const words = useTranslations("search");
  const wordsOf = useFilterWords(lang, result.organizations);
  const chosen = result.query.filters[name];
  const counts = new Map(result.facets[name].map(({ value, count }) => [value, count]));
  const shown = inShownOrder(name, [...new Set([...counts.keys(), ...chosen])], result.organizations);
  if (shown.length === 0) return null;
  return (
    <Disclosure variant="quiet" summary={words(`filter.${name}`)} open={OPEN.includes(name) || chosen.length > 0}>
      <fieldset>
        <legend className="sr-only">{words(`filter.${name}`)}</legend>
        {shown.map((value) => (
          <Checkbox
            key={value}
            id={`filter-${name}-${value}`}
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            label={
              <>
                {wordsOf(name, value)}{" "}
                <span className="figures whitespace-nowrap text-ink-muted text-sm">
                  {words("count", { count: numberWords(lang, counts.get(value) ?? 0) })}
                </span>
              </>
            }
          />
        ))}
      </fieldset>
    </Disclosure>
  );
}
