import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes, type Native } from "./native.ts";

/**
 * What most readers may skip: background, long lists, help. Prints open. `quiet` is a line of text to press inside other
 * content; `ruled` (the usual) stands between hairlines. Give several the same `name` to keep one open at a time.
 */
export function Disclosure({
  summary,
  children,
  variant = "ruled",
  className,
  ...rest
}: Native<"details"> & { summary: ReactNode; children: ReactNode; variant?: "ruled" | "quiet" | undefined }) {
  return (
    <details {...rest} className={classes("disclosure", variant === "ruled" && "border-hairline border-y", className)}>
      <summary>
        <Icon name="chevron-right" />
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}
