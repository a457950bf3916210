import { useTranslations } from "next-intl";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import type { FormState } from "@/lib/web/form-state.ts";

/** A date that must be given, with what was typed where the form came back and its problems beside it. */
export function TypedDate({
  name,
  label,
  hint,
  state,
  usual,
}: {
  name: string;
  label: string;
  hint?: string | undefined;
  state: FormState | null;
  /** What stands in the boxes before anything was typed. */
  usual: CalendarDate | null;
}) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const problems = (state?.problems ?? []).filter((problem) => problem.field === name);
  const [year, month, day] = (usual ?? "--").split("-");
  const part = (box: string, otherwise: string | undefined) =>
    state ? state.typed[`${name}.${box}`] : otherwise?.replace(/^0/, "");
  return (
    <DateField
      name={name}
      label={label}
      hint={hint}
      required={words("fields.required")}
      errors={problems.map((problem) => problemWords(problem, label))}
      parts={{ year: words("panel.year"), month: words("panel.month"), day: words("panel.day") }}
      defaultValue={{ year: part("year", year), month: part("month", month), day: part("day", day) }}
    />
  );
}
