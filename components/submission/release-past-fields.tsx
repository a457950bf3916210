import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { HAPPENED_ON } from "@/lib/web/release-time.ts";
import { useProblemWords } from "./form-messages.tsx";

/** Of a year that is over: the day on which a release really happened, with the button that enters it as of that day. */
export function ReleasePastFields({ state }: { state: FormState | null }) {
  const words = useTranslations("years.past");
  const panel = useTranslations("staff.panel");
  const fields = useTranslations("staff.fields");
  const problemWords = useProblemWords();
  const typed = state?.typed ?? {};
  return (
    <div className="grid gap-5">
      <p className="max-w-prose">{words("lead")}</p>
      <DateField
        name={HAPPENED_ON}
        label={words("date")}
        hint={words("hint")}
        required={fields("required")}
        errors={(state?.problems ?? [])
          .filter(({ field }) => field === HAPPENED_ON)
          .map((problem) => problemWords(problem, words("date")))}
        parts={{ year: panel("year"), month: panel("month"), day: panel("day") }}
        defaultValue={{
          year: typed[`${HAPPENED_ON}.year`],
          month: typed[`${HAPPENED_ON}.month`],
          day: typed[`${HAPPENED_ON}.day`],
        }}
      />
      <div>
        <Button variant="secondary" name={ENVELOPE.intent} value="backdate">
          {words("button")}
        </Button>
      </div>
    </div>
  );
}
