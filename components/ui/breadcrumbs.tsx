import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes } from "./native.ts";

export interface Crumb {
  label: ReactNode;
  /** Left out for the page one is on. */
  href?: string | undefined;
  lang?: string | undefined;
}

/** Where this page stands, from the front page down. The last crumb is the page itself. */
export function Breadcrumbs({
  label,
  items,
  className,
}: {
  /** Names the landmark: 現在位置. */
  label: string;
  items: readonly Crumb[];
  className?: string | undefined;
}) {
  return (
    <nav aria-label={label} className={classes("text-sm print:hidden", className)}>
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map((item, index) => (
          <li
            key={item.href ?? `here-${index}`}
            lang={item.lang}
            className="flex min-h-target min-w-0 items-center gap-1"
          >
            {index > 0 ? <Icon name="chevron-right" className="size-4 text-ink-muted" /> : null}
            {item.href ? (
              <a href={item.href} className="inline-flex min-h-target items-center">
                {item.label}
              </a>
            ) : (
              <span aria-current="page" className="text-ink-soft">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
