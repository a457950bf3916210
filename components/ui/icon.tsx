import type { ReactNode } from "react";
import { classes, type Native } from "./native.ts";

/**
 * The house's few icons, drawn on a 24-grid with a 2-wide line. An icon stands beside words, so it is hidden from
 * screen readers; give `label` only where it stands alone.
 */
const drawings = {
  check: <path d="m5 12.5 4.5 4.5L19 7" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  plus: <path d="M12 5v14M5 12h14" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.2v.6" />
    </>
  ),
  success: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m7.8 12.4 2.9 2.9 5.5-5.9" />
    </>
  ),
  warning: (
    <>
      <path d="M12 3.6 21.6 20.4H2.4z" />
      <path d="M12 10v4.6M12 17.2v.5" />
    </>
  ),
  error: (
    <>
      <path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" />
      <path d="M12 7.6v5.6M12 16v.6" />
    </>
  ),
  "chevron-right": <path d="m9 5 7 7-7 7" />,
  "chevron-left": <path d="m15 5-7 7 7 7" />,
  "chevron-down": <path d="m5 9 7 7 7-7" />,
  "arrow-right": <path d="M4 12h15M13 6l6 6-6 6" />,
  external: <path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9" />,
  download: <path d="M12 4v11M7 10.5l5 5 5-5M4 20h16" />,
  document: <path d="M6 3h8l4 4v14H6zM14 3v4.5h4M9 12h6M9 16h6" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.6-4.2 3.6-6.3 7.5-6.3s6.9 2.1 7.5 6.3" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 6.5V12l3.8 2.4" />
    </>
  ),
  calendar: <path d="M4 6h16v14H4zM4 10.5h16M8.5 3v5M15.5 3v5" />,
  pencil: <path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5 17.5 10" />,
  lock: <path d="M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />,
  history: <path d="M4.2 9.5A8.3 8.3 0 1 1 3.7 13M3.5 4.5v5.5H9M12 7.5V12l3.2 2" />,
  compare: <path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

export function Icon({
  name,
  label,
  className,
  ...rest
}: Native<"svg"> & { name: IconName; label?: string | undefined }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden because words stand beside it
    <svg
      viewBox="0 0 24 24"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      {...rest}
      className={classes("icon", className)}
    >
      {drawings[name]}
    </svg>
  );
}
