import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { DateField, type DateParts } from "@/components/ui/date-field.tsx";
import { revisionsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Asks for a day, and leads to the Edition that was public then. Works without script: the day stands in the address. */
export function AsOfForm({
  lang,
  policy,
  typed,
  invalid,
}: {
  lang: Language;
  policy: { readonly org: string; readonly year: number };
  /** What stood in the boxes. */
  typed: DateParts;
  /** Whether that is no date. */
  invalid: boolean;
}) {
  const words = useTranslations("history.public.asOf");
  return (
    <form
      method="get"
      action={revisionsPath(lang, policy.org, policy.year)}
      aria-labelledby="as-of-heading"
      className="grid content-start justify-items-start gap-4"
    >
      <h2 id="as-of-heading" className="text-lg md:text-lg">
        {words("title")}
      </h2>
      <DateField
        name="on"
        label={words("label")}
        hint={words("hint")}
        errors={invalid ? [words("invalid")] : []}
        parts={{ year: words("year"), month: words("month"), day: words("day") }}
        defaultValue={typed}
      />
      <Button variant="secondary">{words("show")}</Button>
    </form>
  );
}
