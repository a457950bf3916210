import type { ReactNode } from "react";
import { classes } from "./native.ts";

export interface TimelineEntry {
  key: string;
  /** The date as read: 令和2年10月2日(2020年10月2日). */
  date: ReactNode;
  /** The same for machines: 2020-10-02. */
  dateTime: string;
  title: ReactNode;
  href?: string | undefined;
  /** Beside the title: a badge. */
  aside?: ReactNode;
  children?: ReactNode;
  /** Drawn filled: the state of things now. */
  current?: boolean | undefined;
}

/** What happened, dated, in the order given: the history of a policy, a submission's way. */
export function Timeline({
  label,
  entries,
  className,
}: {
  label?: string | undefined;
  entries: readonly TimelineEntry[];
  className?: string | undefined;
}) {
  return (
    <ol aria-label={label} className={classes("grid", className)}>
      {entries.map((entry) => (
        <li key={entry.key} className="group relative pb-8 pl-8 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-3 bottom-0 left-[0.4375rem] translate-y-[0.25em] border-hairline border-l-2 group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={classes(
              "absolute top-[0.45em] left-0 size-4 rounded-full border-2 border-accent",
              entry.current ? "forced-fill bg-accent" : "bg-paper",
            )}
          />
          <time dateTime={entry.dateTime} className="figures block text-ink-muted text-sm">
            {entry.date}
          </time>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="title-ja font-bold">{entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}</p>
            {entry.aside}
          </div>
          {entry.children ? <div className="mt-1 max-w-prose">{entry.children}</div> : null}
        </li>
      ))}
    </ol>
  );
}
