import { Wordmark } from "./wordmark.tsx";

export interface BrandWords {
  /** The front page. */
  href: string;
  /** The software's name for screen readers: 方針 Hoshin. */
  product: string;
  /** Whose site it is: 大阪市. */
  name?: string | undefined;
  /** Under the name, smaller: 区の運営方針. */
  tagline?: string | undefined;
}

/** The wordmark and whose site it is; leads to the front page. Part of both headers. */
export function Brand({ href, product, name, tagline }: BrandWords) {
  return (
    <a
      href={href}
      className="inline-flex min-h-target items-center gap-3 text-ink no-underline hover:text-accent hover:underline md:gap-4"
    >
      <Wordmark label={product} latin={!name} className={name ? "sm:hidden" : undefined} />
      {name ? <Wordmark aria-hidden="true" className="max-sm:hidden" /> : null}
      {name ? (
        <span className="border-hairline border-l pl-3 leading-tight md:pl-4">
          <span className="block font-bold">{name}</span>
          {tagline ? <span className="block text-ink-muted text-sm leading-snug">{tagline}</span> : null}
        </span>
      ) : null}
    </a>
  );
}
