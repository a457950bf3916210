import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes } from "./native.ts";

export interface Step {
  label: ReactNode;
  state: "done" | "current" | "upcoming";
  /** The state in a word for screen readers: 済, 現在, これから. */
  stateLabel: string;
  /** A short line below: a date, a name. */
  note?: ReactNode;
}

/** How far something has come along a fixed way: 下書き → 承認待ち → 承認済 → 公開済. Tick, dot and ring tell the states apart. */
export function Steps({
  label,
  steps,
  className,
}: {
  /** Names the list. */
  label: string;
  steps: readonly Step[];
  className?: string | undefined;
}) {
  return (
    <ol aria-label={label} className={classes("grid auto-cols-fr grid-flow-col", className)}>
      {steps.map((step, index) => (
        <li
          // A fixed way never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          aria-current={step.state === "current" ? "step" : undefined}
          className="relative flex min-w-0 flex-col items-center gap-2 px-0.5 text-center"
        >
          {index > 0 ? (
            <span
              aria-hidden="true"
              className={classes(
                "absolute top-3 right-[calc(50%+1rem)] left-[calc(-50%+1rem)] h-0 border-t-2",
                step.state === "upcoming" ? "border-line border-dashed" : "border-accent",
              )}
            />
          ) : null}
          <span
            aria-hidden="true"
            className={classes(
              "relative flex size-6.5 items-center justify-center rounded-full border-2",
              step.state === "done" && "forced-fill border-accent bg-accent text-white",
              step.state === "current" && "border-accent bg-paper",
              step.state === "upcoming" && "border-line bg-paper",
            )}
          >
            {step.state === "done" ? <Icon name="check" className="size-4" /> : null}
            {step.state === "current" ? <span className="forced-fill size-3 rounded-full bg-accent" /> : null}
          </span>
          <span className="min-w-0">
            <span
              className={classes(
                "title-ja wrap-normal block text-sm leading-snug",
                step.state === "current" ? "font-bold" : "",
              )}
            >
              {step.label}
              <span className="sr-only"> {step.stateLabel}</span>
            </span>
            {step.note ? <span className="mt-0.5 block text-ink-muted text-sm leading-snug">{step.note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
