import { boxLook, Field, type FieldWords } from "./field.tsx";
import { classes, type Native } from "./native.ts";

/** How wide the box is, as a hint of how much is expected. */
export type InputWidth = "full" | "half" | "short";

const widths: Record<InputWidth, string> = { full: "", half: "max-w-md", short: "max-w-44" };

/** A question answered in one line. Uncontrolled: give `defaultValue`. For several lines TextArea, for money AmountInput. */
export function TextInput({
  name,
  label,
  required,
  optional,
  hint,
  errors,
  remark,
  className,
  width = "full",
  type = "text",
  ...rest
}: FieldWords & Omit<Native<"input">, keyof FieldWords | "id" | "width"> & { width?: InputWidth | undefined }) {
  const words = { name, label, required, optional, hint, errors, remark, className };
  return (
    <Field {...words}>
      {(control) => (
        <input {...rest} {...control} type={type} className={classes(boxLook, "w-full px-4", widths[width])} />
      )}
    </Field>
  );
}
