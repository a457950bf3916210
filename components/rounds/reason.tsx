import { useTranslations } from "next-intl";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { FormState } from "@/lib/web/form-state.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";

/** A reason that must be given, kept as typed where the form came back. */
export function Reason({ label, hint, state }: { label: string; hint: string; state: FormState | null }) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const { reason } = ROUND_FIELDS;
  const errors = (state?.problems ?? [])
    .filter((problem) => problem.field === reason)
    .map((problem) => problemWords(problem, label));
  if (state?.refusal === "comment-required") errors.push(words("problems.comment"));
  return (
    <TextArea
      name={reason}
      label={label}
      hint={hint}
      required={words("fields.required")}
      errors={errors}
      lang="ja"
      rows={3}
      defaultValue={state?.typed[reason] ?? ""}
    />
  );
}
