import { boxLook, describedBy, type FieldWords, fieldId } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { classes } from "./native.ts";

/** A time of day in two boxes, like DateField. Posts `NAME.hour` and `NAME.minute`; `#field-NAME` is the hour's box. */
export function TimeField({
  defaultValue,
  parts,
  ...words
}: FieldWords & {
  /** The words over the boxes: 時, 分. */
  parts: { hour: string; minute: string };
  defaultValue?: { hour?: string | undefined; minute?: string | undefined } | undefined;
}) {
  const { name } = words;
  const boxes = [
    { part: "hour", id: fieldId(name) },
    { part: "minute", id: `${fieldId(name)}.minute` },
  ] as const;
  return (
    <Fieldset {...words}>
      <div className="flex flex-wrap gap-3">
        {boxes.map(({ part, id }) => (
          <label key={part} htmlFor={id} className="grid gap-1">
            <span className="text-sm">{parts[part]}</span>
            <input
              type="text"
              inputMode="numeric"
              id={id}
              name={`${name}.${part}`}
              defaultValue={defaultValue?.[part]}
              maxLength={2}
              autoComplete="off"
              aria-describedby={describedBy({ ...words, hint: undefined, remark: undefined })}
              aria-invalid={words.errors?.length ? true : undefined}
              aria-required={words.required ? true : undefined}
              className={classes(boxLook, "figures w-18 px-3 text-center")}
            />
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
