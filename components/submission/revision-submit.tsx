import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";

/** Submitting a Revision as it was saved: it has no fields of its own here, so the button is all that its form holds. */
export function RevisionSubmit({
  formAction,
  envelope,
  state,
}: {
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  /** Where this form came back because its session ended. */
  state: FormState | null;
}) {
  const words = useTranslations("staff.sheet");
  return (
    <form action={formAction} className="grid gap-5 print:hidden">
      <EnvelopeFields values={envelope} />
      {state ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <p className="max-w-prose">{words("submitNote")}</p>
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value="submit">
          {words("submit")}
        </Button>
      </div>
    </form>
  );
}
