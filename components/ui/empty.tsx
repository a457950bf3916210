import type { ReactNode } from "react";
import { classes } from "./native.ts";

/** Nothing is here, and that is in order: says so, says why, offers the next step. Not for faults (use Banner). */
export function Empty({
  title,
  children,
  action,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={classes("border-hairline border-y px-4 py-10 text-center md:py-14", className)}>
      <p className="title-ja font-bold text-lg">{title}</p>
      {children ? <div className="title-ja mx-auto mt-2 max-w-prose text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
