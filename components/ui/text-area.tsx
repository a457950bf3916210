import type { ReactNode } from "react";
import { boxLook, Field, type FieldWords, fieldId } from "./field.tsx";
import { classes, type Native } from "./native.ts";
import { TextBox } from "./text-box.tsx";

/**
 * A question answered in sentences. The box grows with its text where the browser can, never below `rows`.
 * `max` is advice, not a lock: it becomes `data-max` for a counter, and what is over it may still be typed and saved.
 */
export function TextArea({
  name,
  label,
  required,
  optional,
  hint,
  errors,
  remark,
  className,
  rows = 5,
  max,
  counter,
  ...rest
}: FieldWords &
  Omit<Native<"textarea">, keyof FieldWords | "id" | "maxLength"> & {
    /** Characters one should stay within. */
    max?: number | undefined;
    /** Words about the length ("12 / 400 字"), shown below the box and part of its description. */
    counter?: ReactNode;
  }) {
  const words = { name, label, required, optional, hint, errors, remark, className };
  const counterId = `${fieldId(name)}-counter`;
  return (
    <Field {...words} describedByMore={counter ? [counterId] : []}>
      {(control) => (
        <div className="grid gap-1">
          <TextBox
            {...rest}
            {...control}
            rows={rows}
            data-max={max}
            className={classes(
              boxLook,
              "field-sizing-content block w-full resize-y px-4 leading-loose",
              minHeight(rows),
            )}
          />
          {counter ? (
            <div id={counterId} className="figures justify-self-end text-ink-muted text-sm print:hidden">
              {counter}
            </div>
          ) : null}
        </div>
      )}
    </Field>
  );
}

/** `field-sizing: content` ignores `rows`, so the least height is said again, in whole classes that Tailwind can read. */
function minHeight(rows: number): string {
  if (rows <= 2) return "min-h-[5rem]";
  if (rows <= 3) return "min-h-[7rem]";
  if (rows <= 5) return "min-h-[10.75rem]";
  if (rows <= 8) return "min-h-[16.5rem]";
  return "min-h-[22rem]";
}
