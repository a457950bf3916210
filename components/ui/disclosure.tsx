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
    <details
      {...rest}
      className={classes("group", variant === "ruled" && "border-hairline border-t border-b", className)}
    >
      <summary
        className={classes(
          "flex min-h-target items-start gap-2 rounded-sm py-2.5 font-bold text-accent",
          "underline-offset-4 hover:underline hover:decoration-2",
        )}
      >
        <Icon name="chevron-right" className="mt-[0.35em] group-open:rotate-90" />
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className={classes("pb-5 pl-7", variant === "quiet" && "pt-1")}>{children}</div>
    </details>
  );
}
