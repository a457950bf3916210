import type { ReactNode } from "react";
import { classes } from "../ui/native.ts";
import { Wordmark } from "./wordmark.tsx";

/** The foot of every page: links about the site, under which licence its texts stand, whose software it is. */
export function SiteFooter({
  label,
  links,
  licence,
  product,
  children,
}: {
  /** Names the links. */
  label: string;
  links: readonly { href: string; label: string; lang?: string | undefined }[];
  /** One or two sentences: whose texts these are, CC BY 4.0. */
  licence: ReactNode;
  /** The software's name for screen readers. */
  product: string;
  /** Contact of the office, the edition shown. */
  children?: ReactNode;
}) {
  return (
    <footer
      className={classes("mt-16 border-ink border-t-2 md:mt-24 print:mt-8", !licence && !children && "print:hidden")}
    >
      <div className="shell grid gap-6 py-8 text-sm md:py-12">
        {children}
        <nav aria-label={label} className="print:hidden">
          <ul className="flex flex-wrap gap-x-8 gap-y-0">
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} lang={link.lang} className="inline-flex min-h-target items-center">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
          <div className="max-w-prose text-ink-soft">{licence}</div>
          <Wordmark label={product} className="h-6 text-ink-muted" />
        </div>
      </div>
    </footer>
  );
}
