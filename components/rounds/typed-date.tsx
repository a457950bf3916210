import { useTranslations } from "next-intl";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { FormState } from "@/lib/web/form-state.ts";

/** A date that must be given unless it is `optional`, with what was typed where the form came back and its problems beside it. */
export function TypedDate({
  name,
  label,
  hint,
  state,
  usual,
  optional = false,
  typed = state?.typed,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  state: FormState | null;
  /** What stands in the boxes before anything was typed. */
  usual: CalendarDate | null;
  optional?: boolean | undefined;
  /** What stands in the boxes where it is not what came back. */
  typed?: Typed | undefined;
}) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const problems = (state?.problems ?? []).filter((problem) => problem.field === name);
  const [year, month, day] = (usual ?? "--").split("-");
  const part = (box: string, otherwise: string | undefined) =>
    typed ? typed[`${name}.${box}`] : otherwise?.replace(/^0/, "");
  return (
    <DateField
      name={name}
      label={label}
      hint={hint}
      {...(optional ? { optional: words("fields.optional") } : { required: words("fields.required") })}
      errors={problems.map((problem) => problemWords(problem, label))}
      parts={{ year: words("panel.year"), month: words("panel.month"), day: words("panel.day") }}
      defaultValue={{ year: part("year", year), month: part("month", month), day: part("day", day) }}
    />
  );
}
