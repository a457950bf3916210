import type { ReactNode } from "react";
import { classes, type Native } from "./native.ts";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "danger";

/** Each tone has a shape of its own, so that it is told apart without colour: ring, dot, tick, triangle, crossed square. */
const tones: Record<BadgeTone, { look: string; shape: ReactNode }> = {
  neutral: { look: "border-control text-ink-soft", shape: <circle cx="6" cy="6" r="4.25" /> },
  info: {
    look: "border-accent text-accent",
    shape: <circle cx="6" cy="6" r="4.5" fill="currentColor" stroke="none" />,
  },
  success: { look: "border-success text-success", shape: <path d="m1.5 6.5 3 3 6-7" strokeWidth="2" /> },
  warning: {
    look: "border-warning text-warning",
    shape: <path d="M6 1 11.5 11H.5z" fill="currentColor" stroke="none" />,
  },
  danger: { look: "border-danger text-danger", shape: <path d="M1.5 1.5h9v9h-9zM4 4l4 4M8 4 4 8" /> },
};

/** A state or a grade in a word or two, beside what it is about. Always words; the tone only helps. */
export function Badge({
  tone = "neutral",
  children,
  className,
  ...rest
}: Native<"span"> & { tone?: BadgeTone | undefined; children: ReactNode }) {
  return (
    <span {...rest} className={classes("badge", tones[tone].look, className)}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {tones[tone].shape}
      </svg>
      <span>{children}</span>
    </span>
  );
}
