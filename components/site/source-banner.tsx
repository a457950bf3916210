import type { ReactNode } from "react";

/** The quiet strip over a demonstration: whose text this is, that it is not the city's own site, a link to the source. */
export function SourceBanner({
  label,
  children,
  link,
}: {
  /** Names the region. */
  label: string;
  children: ReactNode;
  link?: { href: string; label: ReactNode } | undefined;
}) {
  return (
    <aside aria-label={label} className="border-hairline border-b bg-wash text-sm">
      <div className="shell flex flex-wrap items-center gap-x-4 gap-y-0 leading-snug">
        <p className="py-2.5">{children}</p>
        {link ? (
          <a href={link.href} className="inline-flex min-h-target items-center">
            {link.label}
          </a>
        ) : null}
      </div>
    </aside>
  );
}
