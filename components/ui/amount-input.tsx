import { boxLook, Field, type FieldWords, fieldId } from "./field.tsx";
import { classes, type Native } from "./native.ts";

/**
 * An amount of money. A text box, because a number box eats commas and changes with the wheel; figures stand right,
 * the unit (千円) behind the box belongs to its description. An empty box means unknown, not zero.
 */
export function AmountInput({
  name,
  label,
  required,
  optional,
  hint,
  errors,
  remark,
  className,
  unit,
  ...rest
}: FieldWords & Omit<Native<"input">, keyof FieldWords | "id" | "type" | "inputMode"> & { unit: string }) {
  const words = { name, label, required, optional, hint, errors, remark, className };
  const unitId = `${fieldId(name)}-unit`;
  return (
    <Field {...words} describedByMore={[unitId]}>
      {(control) => (
        <div className="flex max-w-72 items-center gap-3">
          <input
            autoComplete="off"
            {...rest}
            {...control}
            type="text"
            inputMode="numeric"
            className={classes(boxLook, "figures w-full px-4 text-right")}
          />
          <span id={unitId} className="shrink-0">
            {unit}
          </span>
        </div>
      )}
    </Field>
  );
}
