import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes } from "./native.ts";

/** The id of a field's control, so that an error summary can link to `#field-NAME`. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** What every field says about itself. */
export interface FieldWords {
  /** The name the value is posted under; ids derive from it. */
  name: string;
  label: ReactNode;
  /** The word shown when the field must be filled, e.g. 必須. Given = required. */
  required?: string | undefined;
  /** The word shown when the field may stay empty, e.g. 任意. */
  optional?: string | undefined;
  /** How to fill it in. */
  hint?: ReactNode;
  /** What is wrong, in words that say how to mend it. */
  errors?: readonly string[] | undefined;
  /** A remark beside the field, such as an approver's comment on a returned sheet. */
  remark?: ReactNode;
  className?: string | undefined;
}

/** The attributes that tie a control to its label, hint, remark and errors. */
export interface FieldControl {
  id: string;
  name: string;
  /** Said, not enforced by the browser: a draft may be saved with gaps, and the server decides. */
  "aria-required": true | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Ids of what describes a field, in reading order; `more` are ids of the control's own extras (a unit, a counter). */
export function describedBy(words: FieldWords, more: readonly string[] = []): string | undefined {
  const id = fieldId(words.name);
  const ids = [
    words.hint ? `${id}-hint` : "",
    words.remark ? `${id}-remark` : "",
    words.errors?.length ? `${id}-errors` : "",
    ...more,
  ].filter(Boolean);
  return ids.length ? ids.join(" ") : undefined;
}

/** The attributes for a field's control. */
export function controlOf(words: FieldWords, more: readonly string[] = []): FieldControl {
  return {
    id: fieldId(words.name),
    name: words.name,
    "aria-required": words.required ? true : undefined,
    "aria-describedby": describedBy(words, more),
    "aria-invalid": words.errors?.length ? true : undefined,
  };
}

/** The label's words with the mark 必須 or 任意 behind them. */
export function FieldLabelText({ label, required, optional }: Pick<FieldWords, "label" | "required" | "optional">) {
  return (
    <>
      <span className="title-ja font-bold">{label}</span>
      {required ? <span className="ml-2 whitespace-nowrap text-danger text-sm">※{required}</span> : null}
      {optional && !required ? <span className="ml-2 whitespace-nowrap text-ink-muted text-sm">{optional}</span> : null}
    </>
  );
}

/** Hint and remark, above the control. */
export function FieldHelp({ name, hint, remark }: Pick<FieldWords, "name" | "hint" | "remark">) {
  const id = fieldId(name);
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="max-w-prose text-ink-muted text-sm">
          {hint}
        </div>
      ) : null}
      {remark ? (
        <div id={`${id}-remark`} className="mt-1 max-w-prose border-warning-strong border-l-4 py-1 pl-3 text-sm">
          {remark}
        </div>
      ) : null}
    </>
  );
}

/** What is wrong with the field, below the control, each with a mark that is not colour. */
export function FieldErrors({ name, errors }: Pick<FieldWords, "name" | "errors">) {
  if (!errors?.length) return null;
  return (
    <ul id={`${fieldId(name)}-errors`} className="mt-1 grid gap-1">
      {errors.map((error) => (
        <li key={error} className="flex gap-1.5 text-danger">
          <Icon name="error" className="mt-[0.32em]" />
          <span>{error}</span>
        </li>
      ))}
    </ul>
  );
}

/**
 * One question with one control: label, mark, hint, the control, errors. The ready-made fields (TextInput, TextArea,
 * AmountInput) use it; give a render function for any other control. Questions with several controls are a fieldset:
 * RadioGroup, DateField.
 */
export function Field({
  children,
  className,
  describedByMore,
  ...words
}: FieldWords & {
  children: (control: FieldControl) => ReactNode;
  /** Ids of extra descriptions that the control brings along. */
  describedByMore?: readonly string[] | undefined;
}) {
  return (
    <div className={classes("grid min-w-0 gap-2", className)}>
      <div>
        <label htmlFor={fieldId(words.name)} className="block">
          <FieldLabelText {...words} />
        </label>
        <FieldHelp {...words} />
      </div>
      {children(controlOf(words, describedByMore))}
      <FieldErrors {...words} />
    </div>
  );
}

/** How a box for typing looks; shared by the text controls, which add its width and side padding. */
export const boxLook =
  "min-h-12 rounded-md border border-control bg-paper py-2.5 text-base text-ink " +
  "placeholder:text-ink-muted hover:border-ink " +
  "aria-invalid:border-danger aria-invalid:border-2 " +
  "[&[readonly]]:border-hairline [&[readonly]]:bg-wash disabled:border-hairline disabled:bg-wash disabled:text-ink-muted";
