import type { ReactNode } from "react";
import { classes } from "./native.ts";

/**
 * The head of a page: a small line in the accent colour that says what this belongs to, the title (the page's only h1), a
 * lead, facts, and what one can do here. `size="small"` suits working screens.
 */
export function PageHeading({
  eyebrow,
  title,
  lead,
  meta,
  actions,
  size = "large",
  lang,
  className,
}: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** Facts in one line: a DescriptionList with layout="inline", a badge. */
  meta?: ReactNode;
  actions?: ReactNode;
  size?: "large" | "small" | undefined;
  lang?: string | undefined;
  className?: string | undefined;
}) {
  const large = size === "large";
  return (
    <header lang={lang} className={classes("grid justify-items-start", large ? "gap-4 md:gap-5" : "gap-3", className)}>
      <div className="grid gap-2">
        {eyebrow ? <p className="title-ja font-bold text-accent">{eyebrow}</p> : null}
        <h1
          className={classes(large ? "text-3xl leading-[1.45] md:text-5xl md:leading-[1.4]" : "text-2xl md:text-3xl")}
        >
          {title}
        </h1>
      </div>
      {lead ? <div className="max-w-prose text-ink-soft text-lg leading-loose">{lead}</div> : null}
      {meta ? <div className="flex flex-wrap items-center gap-x-6 gap-y-2">{meta}</div> : null}
      {actions ? <div className="mt-1 flex flex-wrap gap-3">{actions}</div> : null}
    </header>
  );
}
