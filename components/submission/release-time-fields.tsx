import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { TimeField } from "@/components/ui/time-field.tsx";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { RELEASE_DATE, RELEASE_TIME } from "@/lib/web/release-time.ts";
import { useProblemWords } from "./form-messages.tsx";

/** The day and the time of a release that is to happen by itself, with the button that schedules it. */
export function ReleaseTimeFields({ state }: { state: FormState | null }) {
  const words = useTranslations("notices.schedule");
  const panel = useTranslations("staff.panel");
  const fields = useTranslations("staff.fields");
  const problemWords = useProblemWords();
  const typed = state?.typed ?? {};
  const errors = (name: string, label: string) =>
    (state?.problems ?? []).filter(({ field }) => field === name).map((problem) => problemWords(problem, label));
  return (
    <div className="grid gap-5">
      <p className="max-w-prose">{words("lead")}</p>
      <div className="flex flex-wrap gap-x-10 gap-y-5">
        <DateField
          name={RELEASE_DATE}
          label={words("date")}
          required={fields("required")}
          errors={errors(RELEASE_DATE, words("date"))}
          parts={{ year: panel("year"), month: panel("month"), day: panel("day") }}
          defaultValue={{
            year: typed[`${RELEASE_DATE}.year`],
            month: typed[`${RELEASE_DATE}.month`],
            day: typed[`${RELEASE_DATE}.day`],
          }}
        />
        <TimeField
          name={RELEASE_TIME}
          label={words("time")}
          required={fields("required")}
          errors={errors(RELEASE_TIME, words("time"))}
          parts={{ hour: words("hour"), minute: words("minute") }}
          defaultValue={{ hour: typed[`${RELEASE_TIME}.hour`], minute: typed[`${RELEASE_TIME}.minute`] }}
        />
      </div>
      <div>
        <Button variant="secondary" name={ENVELOPE.intent} value="schedule">
          {words("button")}
        </Button>
      </div>
    </div>
  );
}
