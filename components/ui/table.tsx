import type { ReactNode } from "react";
import { classes, type Native } from "./native.ts";

/**
 * Rows that are compared with each other. Give thead and tbody with Th and Td (or plain th and td). On a narrow screen the
 * table scrolls inside its own region, which takes focus so that the arrow keys move it; the caption names the region.
 */
export function Table({
  id,
  caption,
  captionHidden = false,
  children,
  className,
  ...rest
}: Omit<Native<"table">, "id"> & {
  /** Ties the region to its caption; unique on the page. */
  id: string;
  caption: ReactNode;
  /** For a table right under a heading that says the same. */
  captionHidden?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={`${id}-caption`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={classes("scroll-edges", className)}
    >
      <table {...rest} id={id} className="data-table">
        <caption id={`${id}-caption`} className={captionHidden ? "sr-only" : undefined}>
          {/* Stays in view while the table is scrolled, and is never wider than what is seen of it. */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2.5rem)] print:max-w-none">{caption}</span>
        </caption>
        {children}
      </table>
    </section>
  );
}

/** A heading cell. `scope` is "col" unless said otherwise; `numeric` sets it right, over its figures. */
export function Th({
  numeric = false,
  scope = "col",
  children,
  className,
  ...rest
}: Native<"th"> & { numeric?: boolean | undefined; children?: ReactNode }) {
  return (
    <th {...rest} scope={scope} className={classes(numeric && "text-right", className)}>
      {children}
    </th>
  );
}

/** A cell. `numeric` sets figures right and in columns. */
export function Td({
  numeric = false,
  children,
  className,
  ...rest
}: Native<"td"> & { numeric?: boolean | undefined; children?: ReactNode }) {
  return (
    <td {...rest} className={classes(numeric && "figures text-right", className)}>
      {children}
    </td>
  );
}
