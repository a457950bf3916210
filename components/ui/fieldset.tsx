import type { ReactNode } from "react";
import { describedBy, FieldErrors, FieldHelp, FieldLabelText, type FieldWords } from "./field.tsx";
import { classes } from "./native.ts";

/** One question with several controls. The frame of RadioGroup and DateField; use it for a group of check boxes too. */
export function Fieldset({
  children,
  className,
  role = "group",
  ...words
}: FieldWords & { children: ReactNode; role?: "group" | "radiogroup" | undefined }) {
  const states =
    role === "radiogroup"
      ? { "aria-invalid": words.errors?.length ? true : undefined, "aria-required": words.required ? true : undefined }
      : {};
  return (
    <fieldset role={role} aria-describedby={describedBy(words)} {...states} className={classes("min-w-0", className)}>
      <legend className="block w-full">
        <FieldLabelText {...words} />
      </legend>
      <FieldHelp {...words} />
      <div className="mt-2 grid gap-2">
        {children}
        <FieldErrors {...words} />
      </div>
    </fieldset>
  );
}
