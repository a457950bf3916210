import { useTranslations } from "next-intl";
import { TypedDate } from "@/components/rounds/typed-date.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { Button } from "@/components/ui/button.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { REVISION_KINDS, type RevisionPart } from "@/lib/domain/edition.ts";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { PLAN_FIELDS } from "@/lib/web/plan-fields.ts";

/** What a Revision says of itself: its kind, why, and from which day it holds. */
export function DescribeForm({
  formAction,
  envelope,
  described,
  usual,
  state,
}: {
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  described: RevisionPart | null;
  /** What is chosen before anything was written. */
  usual: { readonly kind: RevisionPart["kind"]; readonly effectiveOn: CalendarDate };
  state: FormState | null;
}) {
  const words = useTranslations("plan");
  const kinds = useTranslations("revisionKinds");
  const meanings = useTranslations("plan.kindMeanings");
  const required = useTranslations("staff.fields")("required");
  const problemWords = useProblemWords();
  const { kind, reason, effectiveOn } = PLAN_FIELDS;
  const errorsOf = (field: string, label: string, choice = false) =>
    (state?.problems ?? []).filter((one) => one.field === field).map((one) => problemWords(one, label, choice));
  return (
    <form action={formAction} className="grid gap-8">
      <EnvelopeFields values={envelope} />
      <RadioGroup
        name={kind}
        label={words("fields.kind")}
        required={required}
        errors={errorsOf(kind, words("fields.kind"), true)}
        options={REVISION_KINDS.map((value) => ({ value, label: kinds(value), explanation: meanings(value) }))}
        defaultValue={state?.typed[kind] ?? described?.kind ?? usual.kind}
      />
      <TextArea
        name={reason}
        label={words("fields.reason")}
        hint={words("hints.reason")}
        required={required}
        errors={errorsOf(reason, words("fields.reason"))}
        lang="ja"
        rows={4}
        defaultValue={state?.typed[reason] ?? described?.reason ?? ""}
      />
      <TypedDate
        name={effectiveOn}
        label={words("fields.effectiveOn")}
        hint={words("hints.effectiveOn")}
        state={state}
        usual={described?.effectiveOn ?? usual.effectiveOn}
      />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value="describe">
          {words("describe")}
        </Button>
      </div>
    </form>
  );
}
