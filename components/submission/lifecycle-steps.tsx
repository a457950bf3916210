import { useTranslations } from "next-intl";
import { Steps } from "@/components/ui/steps.tsx";
import type { SubmissionState } from "@/lib/domain/lifecycle.ts";

const WAY = ["DRAFT", "SUBMITTED", "APPROVED", "RELEASED"] as const;

/** How far a submission has come. A returned one is back with its authors, so it stands at the draft. */
export function LifecycleSteps({ state }: { state: SubmissionState }) {
  const words = useTranslations();
  if (state === "DISCARDED") return null;
  const here = state === "RETURNED" ? 0 : WAY.indexOf(state);
  return (
    <Steps
      label={words("staff.sheet.steps")}
      steps={WAY.map((step, index) => {
        const current = index === here && state !== "RELEASED";
        const done = index < here || state === "RELEASED";
        return {
          label: words(`states.${step === "DRAFT" && state === "RETURNED" ? state : step}`),
          state: current ? "current" : done ? "done" : "upcoming",
          stateLabel: words(
            current ? "staff.sheet.stepCurrent" : done ? "staff.sheet.stepDone" : "staff.sheet.stepUpcoming",
          ),
        };
      })}
    />
  );
}
