import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { useProblemWords } from "./form-messages.tsx";

/** The number and date under which the city's own document system holds the decision. */
export function DecisionFields({ state }: { state: FormState | null }) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const typed = state?.typed ?? {};
  const errors = (name: string, label: string) =>
    (state?.problems ?? []).filter((problem) => problem.field === name).map((problem) => problemWords(problem, label));
  const date = ENVELOPE.decisionDate;
  return (
    <div className="grid gap-5">
      <TextInput
        name={ENVELOPE.decisionNumber}
        label={words("panel.decisionNumber")}
        optional={words("fields.optional")}
        hint={words("panel.decisionHint")}
        errors={errors(ENVELOPE.decisionNumber, words("panel.decisionNumber"))}
        width="half"
        maxLength={100}
        defaultValue={typed[ENVELOPE.decisionNumber] ?? ""}
      />
      <DateField
        name={date}
        label={words("panel.decisionDate")}
        optional={words("fields.optional")}
        errors={errors(date, words("panel.decisionDate"))}
        parts={{ year: words("panel.year"), month: words("panel.month"), day: words("panel.day") }}
        defaultValue={{ year: typed[`${date}.year`], month: typed[`${date}.month`], day: typed[`${date}.day`] }}
      />
    </div>
  );
}
