import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { classes, type HeadingLevel, type Native } from "./native.ts";

/**
 * One thing among its equals: a policy, a sheet to work on. With `href` the title is the link and the whole card can be
 * pressed. `box` has an edge; `rule` only a strong line above, for calm pages of reading. Put cards in a list (`as="li"`)
 * when there are several.
 */
export function Card({
  as: Tag = "article",
  variant = "box",
  eyebrow,
  title,
  href,
  headingLevel = 3,
  aside,
  children,
  footer,
  className,
  ...rest
}: Omit<Native<"article">, "title"> & {
  as?: "article" | "section" | "li" | "div" | undefined;
  variant?: "box" | "rule" | undefined;
  /** A code or a kind, over the title. */
  eyebrow?: ReactNode;
  title: ReactNode;
  href?: string | undefined;
  headingLevel?: HeadingLevel | undefined;
  /** Stands right of the title: a badge. */
  aside?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
}) {
  const Heading = `h${headingLevel}` as const;
  // The element's own attributes are the same ones for all four tags.
  const Box = Tag as "article";
  return (
    <Box
      {...rest}
      className={classes(
        "relative flex min-w-0 flex-col gap-3",
        variant === "box" ? "rounded-md border border-hairline bg-paper p-5 md:p-6" : "border-ink border-t-2 pt-4",
        href && "hover:border-accent",
        className,
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          {eyebrow ? <p className="figures font-bold text-ink-muted text-sm">{eyebrow}</p> : null}
          <Heading className="text-lg">
            {href ? (
              <a href={href} className="after:absolute after:inset-0">
                {title}
              </a>
            ) : (
              title
            )}
          </Heading>
        </div>
        {aside ? <div className="shrink-0">{aside}</div> : null}
      </div>
      {children ? <div className="min-w-0">{children}</div> : null}
      {footer || (href && variant === "box") ? (
        <div className="mt-auto flex items-end justify-between gap-4 text-ink-muted text-sm">
          <div className="min-w-0">{footer}</div>
          {href && variant === "box" ? <Icon name="arrow-right" className="text-accent print:hidden" /> : null}
        </div>
      ) : null}
    </Box>
  );
}
