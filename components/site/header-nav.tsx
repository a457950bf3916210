export interface NavItem {
  href: string;
  label: string;
  /** The part of the site one is in. */
  current?: boolean | undefined;
  /** How many wait there, with the words that say so to a screen reader: 3件. */
  count?: string | undefined;
}

/** The line of main links under a header. The current part has a thick line and bold words. Used by both headers. */
export function HeaderNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label} className="border-hairline border-t print:hidden">
      <ul className="shell flex flex-wrap gap-x-6 md:gap-x-8">
        {items.map((item) => (
          <li key={item.href} className="flex">
            <a
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className="relative inline-flex min-h-12 min-w-target items-center justify-center gap-2 text-ink no-underline hover:text-accent hover:underline aria-[current=page]:font-bold aria-[current=page]:text-accent aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-0 aria-[current=page]:after:-bottom-px aria-[current=page]:after:border-accent aria-[current=page]:after:border-b-4"
            >
              {item.label}
              {item.count ? (
                <span className="figures rounded-sm border border-current px-1.5 font-bold text-sm leading-snug">
                  {item.count}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
