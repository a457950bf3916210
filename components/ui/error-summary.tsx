import type { ReactNode } from "react";
import { fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { classes } from "./native.ts";

/** One fault of a form: with `name` it links to that field, without it stands as text. */
export interface SummaryError {
  name?: string | undefined;
  message: string;
}

/**
 * All that is wrong with a form, at its top, each line a link to its field. Announced at once (role="alert") and able to
 * take focus: move there with `#error-summary` or a script.
 */
export function ErrorSummary({
  heading,
  errors,
  children,
  id = "error-summary",
  className,
}: {
  heading: ReactNode;
  errors: readonly SummaryError[];
  /** A sentence under the heading, e.g. that nothing typed was lost. */
  children?: ReactNode;
  id?: string | undefined;
  className?: string | undefined;
}) {
  if (errors.length === 0) return null;
  return (
    <div
      id={id}
      role="alert"
      tabIndex={-1}
      aria-labelledby={`${id}-heading`}
      className={classes("border-2 border-danger border-l-8 bg-paper p-5 md:p-6", className)}
    >
      <h2 id={`${id}-heading`} className="flex gap-2 text-lg">
        <Icon name="error" className="mt-[0.2em] size-6 text-danger" />
        <span>{heading}</span>
      </h2>
      {children ? <div className="mt-1">{children}</div> : null}
      <ul className="mt-2">
        {errors.map((error) => (
          <li key={`${error.name ?? ""} ${error.message}`} className="border-hairline border-t first:border-t-0">
            {error.name ? (
              <a href={`#${fieldId(error.name)}`} className="flex min-h-target items-center py-1.5">
                {error.message}
              </a>
            ) : (
              <span className="flex min-h-target items-center py-1.5">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
