import { useTranslations } from "next-intl";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";

/** The hidden part of a form, by the names in ENVELOPE. */
export function EnvelopeFields({ values }: { values: Partial<Record<keyof typeof ENVELOPE, string | number>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={ENVELOPE[name as keyof typeof ENVELOPE]} value={value} />
  ));
}

/** The fields for signing in: on their own page, and inside a form whose session ended, so that one press sends both. */
export function SignInFields({ typed }: { typed: Typed }) {
  const words = useTranslations("staff.signIn");
  return (
    <div className="grid gap-5">
      <TextInput
        name={ENVELOPE.email}
        label={words("email")}
        type="email"
        autoComplete="username"
        width="half"
        defaultValue={typed[ENVELOPE.email] ?? ""}
      />
      <TextInput
        name={ENVELOPE.password}
        label={words("password")}
        type="password"
        autoComplete="current-password"
        width="half"
      />
    </div>
  );
}
