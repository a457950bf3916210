import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";
import { QUESTION_MOVE_NAMES } from "@/lib/domain/question.ts";

/** Says what was just done with a question; nothing where nothing was. */
export function QuestionDoneBanner({ done, at }: { done: string | null; at: string }) {
  const words = useTranslations();
  const known = QUESTION_MOVE_NAMES.find((move) => move === done);
  return known ? (
    <div className="mb-8">
      <TakesFocus key={at}>
        <Banner tone="success" toneLabel={words("tones.success")} title={words(`questions.staff.done.${known}`)} />
      </TakesFocus>
    </div>
  ) : null;
}
