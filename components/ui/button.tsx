import type { ReactNode } from "react";
import { classes, type Native } from "./native.ts";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";
export type ButtonSize = "medium" | "small";

interface Look {
  /** primary: the one step forward of a page. secondary: the others. danger: what cannot be undone. quiet: a way out. */
  variant?: ButtonVariant | undefined;
  /** small (44 px) for rows and bars; medium (48 px) elsewhere. */
  size?: ButtonSize | undefined;
  children: ReactNode;
}

const base =
  "inline-flex items-center justify-center gap-2 rounded-md border text-center font-bold leading-snug " +
  "underline-offset-4 hover:underline hover:decoration-2 print:hidden " +
  "disabled:border-hairline disabled:bg-wash disabled:text-ink-muted disabled:no-underline";

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-white hover:border-accent-deep hover:bg-accent-deep",
  secondary: "border-accent bg-paper text-accent hover:bg-accent-wash hover:text-accent-deep",
  danger: "border-danger bg-paper text-danger hover:border-danger-deep hover:bg-danger-deep hover:text-white",
  quiet: "border-transparent bg-transparent text-link underline hover:text-accent-deep",
};

const sizes: Record<ButtonSize, string> = {
  medium: "min-h-12",
  small: "min-h-target",
};

function look(variant: ButtonVariant, size: ButtonSize, className: string | undefined) {
  const width =
    variant === "quiet" ? "min-w-target px-2 py-2" : size === "small" ? "min-w-20 px-4 py-2" : "min-w-28 px-6 py-2.5";
  return classes(base, variants[variant], sizes[size], width, className);
}

/** Does something: sends a form, moves a submission. `type` is "submit" unless said otherwise. To go somewhere, use ButtonLink. */
export function Button({
  variant = "primary",
  size = "medium",
  type = "submit",
  className,
  children,
  ...rest
}: Native<"button"> & Look) {
  return (
    <button {...rest} type={type} className={look(variant, size, className)}>
      {children}
    </button>
  );
}

/** A link with the weight of a button, for the step a reader is expected to take next ("begin", "edit"). */
export function ButtonLink({
  variant = "secondary",
  size = "medium",
  className,
  children,
  ...rest
}: Native<"a"> & Look & { href: string }) {
  return (
    <a {...rest} className={classes(look(variant, size, className), variant !== "quiet" && "no-underline")}>
      {children}
    </a>
  );
}
