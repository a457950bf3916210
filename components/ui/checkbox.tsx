import type { ReactNode } from "react";
import { FieldErrors, fieldId } from "./field.tsx";
import { classes, type Native } from "./native.ts";

/** One thing to agree to or pick. In a group, wrap several in Fieldset and give each its own `id`. */
export function Checkbox({
  name,
  label,
  explanation,
  errors,
  id = fieldId(name),
  className,
  ...rest
}: Omit<Native<"input">, "type" | "name"> & {
  name: string;
  label: ReactNode;
  explanation?: ReactNode;
  errors?: readonly string[] | undefined;
}) {
  const described = classes(explanation ? `${id}-meaning` : null, errors?.length ? `${fieldId(name)}-errors` : null);
  return (
    <div className={className}>
      <label className="focus-within-ring flex min-h-target items-start gap-3 rounded-md py-2 pr-2 has-disabled:text-ink-muted">
        <input
          {...rest}
          type="checkbox"
          id={id}
          name={name}
          aria-describedby={described || undefined}
          aria-invalid={errors?.length ? true : undefined}
          className="mt-[0.15em] size-6 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block">{label}</span>
          {explanation ? (
            <span id={`${id}-meaning`} className="block text-ink-muted text-sm">
              {explanation}
            </span>
          ) : null}
        </span>
      </label>
      <FieldErrors name={name} errors={errors} />
    </div>
  );
}
