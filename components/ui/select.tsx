import { Field, type FieldWords } from "./field.tsx";
import { Icon } from "./icon.tsx";
import type { Native } from "./native.ts";

// The look of a text box, but for what a browser takes a select to be: read-only.
const look =
  "min-h-12 w-full appearance-none truncate rounded-md border border-control bg-paper py-2.5 pr-12 pl-4 text-base " +
  "text-ink hover:border-ink aria-invalid:border-danger aria-invalid:border-2 " +
  "disabled:border-hairline disabled:bg-wash disabled:text-ink-muted";

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectGroup {
  label: string;
  options: readonly SelectOption[];
}

/**
 * One of many: a section, a person. For a few, RadioGroup shows them all at once. Uncontrolled: give `defaultValue`; the
 * first option is what an untouched box means, so let it say 選択してください where that is nothing.
 */
export function Select({
  name,
  label,
  required,
  optional,
  hint,
  errors,
  remark,
  className,
  options,
  groups = [],
  ...rest
}: FieldWords &
  Omit<Native<"select">, keyof FieldWords | "id" | "children"> & {
    options: readonly SelectOption[];
    /** Further options under headings. */
    groups?: readonly SelectGroup[] | undefined;
  }) {
  const words = { name, label, required, optional, hint, errors, remark, className };
  const draw = (option: SelectOption) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  );
  return (
    <Field {...words}>
      {(control) => (
        <span className="relative block max-w-md">
          {/* Without the key a form that comes back would show the first option again. */}
          <select key={String(rest.defaultValue ?? "")} {...rest} {...control} className={look}>
            {options.map(draw)}
            {groups.map((group) => (
              <optgroup key={group.options[0]?.value ?? group.label} label={group.label}>
                {group.options.map(draw)}
              </optgroup>
            ))}
          </select>
          <Icon
            name="chevron-right"
            className="pointer-events-none absolute top-1/2 right-4 -translate-y-1/2 rotate-90 text-ink-muted"
          />
        </span>
      )}
    </Field>
  );
}
