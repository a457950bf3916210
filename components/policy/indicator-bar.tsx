import type { Indicator } from "@/lib/domain/forms/indicator.ts";

/** Room at both ends, in percent of the width, for marks that stand on an end. */
const MARGIN = 2;

/**
 * A numeric indicator on one line from zero: what was measured as a bar, the target as a flag, the baseline as a ring.
 * The words beside it say the same, so it is hidden from screen readers. Nothing where there is no target in figures.
 */
export function IndicatorBar({ indicator, actual }: { indicator: Indicator; actual: number | string | null }) {
  const { baseline, target } = indicator;
  if (indicator.measure === "QUALITATIVE" || typeof target !== "number" || typeof actual !== "number") return null;
  const marks = [0, target, actual, ...(baseline === null ? [] : [baseline])];
  const low = Math.min(...marks);
  const span = Math.max(...marks) - low || 1;
  const at = (value: number) => MARGIN + ((value - low) / span) * (100 - 2 * MARGIN);
  const percent = (value: number) => `${value.toFixed(2)}%`;
  const from = Math.min(at(0), at(actual));
  return (
    <svg height="26" aria-hidden="true" className="block w-full max-w-prose">
      <line x1="0" x2="100%" y1="17" y2="17" stroke="currentColor" className="text-line" />
      <rect
        x={percent(from)}
        y="12"
        width={percent(Math.max(Math.abs(at(actual) - at(0)), 0.6))}
        height="10"
        className="fill-accent"
      />
      {baseline === null ? null : (
        <circle cx={percent(at(baseline))} cy="17" r="4.5" strokeWidth="2" className="fill-paper stroke-ink" />
      )}
      <svg x={percent(at(target))} overflow="visible" aria-hidden="true">
        <path d="M-6 1H6L0 8Z" className="fill-ink" />
        <path d="M0 8V26" strokeWidth="5" className="stroke-paper" />
        <path d="M0 4V26" strokeWidth="2" className="stroke-ink" />
      </svg>
    </svg>
  );
}

/** The mark that a figure has in the bar, to stand beside its word. */
export function BarMark({ of }: { of: "target" | "actual" | "baseline" }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="inline size-3">
      {of === "target" ? <path d="M0 2H12L6 10Z" className="fill-ink" /> : null}
      {of === "actual" ? <rect y="2" width="12" height="8" className="fill-accent" /> : null}
      {of === "baseline" ? <circle cx="6" cy="6" r="4.5" strokeWidth="2" className="fill-paper stroke-ink" /> : null}
    </svg>
  );
}
