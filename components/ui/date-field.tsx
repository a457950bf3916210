import { boxLook, describedBy, type FieldWords, fieldId } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { classes } from "./native.ts";

/** What was typed into the three boxes, as text. */
export interface DateParts {
  year?: string | undefined;
  month?: string | undefined;
  day?: string | undefined;
}

/**
 * A date in three boxes, as DADS asks: nothing opens, nothing jumps. Posts `NAME.year`, `NAME.month`, `NAME.day`.
 * `#field-NAME` is the year's box; the others are `#field-NAME.month` and `#field-NAME.day`.
 */
export function DateField({
  defaultValue,
  parts,
  disabled,
  autoComplete = "off",
  ...words
}: FieldWords & {
  /** The words over the boxes: 年, 月, 日. */
  parts: { year: string; month: string; day: string };
  defaultValue?: DateParts | undefined;
  disabled?: boolean | undefined;
  autoComplete?: "off" | "bday" | undefined;
}) {
  const { name } = words;
  const boxes = [
    { part: "year", id: fieldId(name), length: 4, width: "w-24" },
    { part: "month", id: `${fieldId(name)}.month`, length: 2, width: "w-18" },
    { part: "day", id: `${fieldId(name)}.day`, length: 2, width: "w-18" },
  ] as const;
  return (
    <Fieldset {...words}>
      <div className="flex flex-wrap gap-3">
        {boxes.map(({ part, id, length, width }) => (
          <label key={part} htmlFor={id} className="grid gap-1">
            <span className="text-sm">{parts[part]}</span>
            <input
              type="text"
              inputMode="numeric"
              id={id}
              name={`${name}.${part}`}
              defaultValue={defaultValue?.[part]}
              maxLength={length}
              disabled={disabled}
              autoComplete={autoComplete === "off" ? "off" : `bday-${part}`}
              aria-describedby={describedBy({ ...words, hint: undefined, remark: undefined })}
              aria-invalid={words.errors?.length ? true : undefined}
              aria-required={words.required ? true : undefined}
              className={classes(boxLook, "figures px-3 text-center", width)}
            />
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
