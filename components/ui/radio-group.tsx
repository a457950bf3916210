import type { ReactNode } from "react";
import { type FieldWords, fieldId } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";
import { classes } from "./native.ts";

export interface RadioOption {
  value: string;
  label: ReactNode;
  /** The sign a Japanese reader expects: ①, (ⅰ), ア. */
  symbol?: string | undefined;
  /** What choosing it means. */
  explanation?: ReactNode;
  disabled?: boolean | undefined;
}

/**
 * One choice of a few, each a wide target with its sign, name and meaning. What is chosen shows by the filled circle, a
 * thick edge and bold words. `#field-NAME` is the first option, where an error summary leads. `columns` lays short
 * options side by side from 768 px.
 */
export function RadioGroup({
  options,
  defaultValue,
  columns = 1,
  disabled,
  "data-autosave": autosave,
  ...words
}: FieldWords & {
  options: readonly RadioOption[];
  defaultValue?: string | null | undefined;
  columns?: 1 | 2 | 3 | undefined;
  disabled?: boolean | undefined;
  "data-autosave"?: string | undefined;
}) {
  const { name } = words;
  return (
    <Fieldset {...words} role="radiogroup">
      <div
        data-autosave={autosave}
        className={classes("grid gap-2", columns === 2 && "md:grid-cols-2", columns === 3 && "md:grid-cols-3")}
      >
        {options.map((option, index) => {
          const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`;
          const explanationId = `${id}-meaning`;
          return (
            <label
              key={option.value}
              className={classes(
                "focus-within-ring relative flex min-h-12 items-start gap-3 rounded-md border bg-paper px-4 py-3",
                words.errors?.length ? "border-danger" : "border-control",
                "hover:border-ink has-checked:border-accent has-checked:bg-accent-wash",
                "has-checked:outline-2 has-checked:-outline-offset-2 has-checked:outline-accent",
                "has-disabled:border-hairline has-disabled:text-ink-muted",
              )}
            >
              <input
                type="radio"
                id={id}
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                disabled={disabled || option.disabled}
                aria-describedby={option.explanation ? explanationId : undefined}
                className="peer mt-[0.2em] size-6 shrink-0 accent-accent"
              />
              {option.symbol ? (
                <span className="min-w-[1.75em] shrink-0 text-center font-bold peer-checked:text-accent">
                  {option.symbol}
                </span>
              ) : null}
              <span className="min-w-0 peer-checked:*:first:font-bold">
                <span className="block">{option.label}</span>
                {option.explanation ? (
                  <span id={explanationId} className="block text-ink-soft text-sm">
                    {option.explanation}
                  </span>
                ) : null}
              </span>
            </label>
          );
        })}
      </div>
    </Fieldset>
  );
}
