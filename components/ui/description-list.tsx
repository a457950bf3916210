import type { ReactNode } from "react";
import { classes, type Native } from "./native.ts";

export interface Description {
  term: ReactNode;
  description: ReactNode;
  /** Needed where the same term occurs twice. */
  key?: string | undefined;
}

/**
 * Facts about one thing: responsible section, effective date, contact. Terms stand left from 640 px and above on a phone;
 * `inline` sets short facts in a row, as under a page's title.
 */
export function DescriptionList({
  items,
  layout = "rows",
  className,
  ...rest
}: Native<"dl"> & { items: readonly Description[]; layout?: "rows" | "inline" | undefined }) {
  if (layout === "inline") {
    return (
      <dl {...rest} className={classes("flex flex-wrap gap-x-8 gap-y-2 text-sm", className)}>
        {items.map(({ term, description, key }, index) => (
          <div key={key ?? index} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-muted">{term}</dt>
            <dd className="font-bold">{description}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl {...rest} className={classes("border-hairline border-t", className)}>
      {items.map(({ term, description, key }, index) => (
        <div
          key={key ?? index}
          className="grid gap-x-6 gap-y-1 border-hairline border-b py-3 sm:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)]"
        >
          <dt className="title-ja font-bold">{term}</dt>
          <dd className="min-w-0 max-w-prose">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
