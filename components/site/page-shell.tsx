import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Outline, type OutlineItem } from "./outline.tsx";

/**
 * The one grid of every page, between header and footer: breadcrumbs, the heading over the full width, then the content
 * (from 1024 px beside it the outline, which stays in view; folded above it below that). Space between the content's parts is 40 px, 64 from
 * 768 px. `width="reading"` keeps a page of text or a form to one narrow column.
 */
export function PageShell({
  breadcrumbs,
  heading,
  outline,
  width = "wide",
  lang,
  children,
}: {
  breadcrumbs?: ReactNode;
  /** A PageHeading, with a Banner or an ErrorSummary before it where there is one. */
  heading?: ReactNode;
  outline?: { label: string; items: readonly OutlineItem[] } | undefined;
  width?: "wide" | "reading" | undefined;
  /** The content's language where it differs from the page's. */
  lang?: string | undefined;
  children: ReactNode;
}) {
  const reading = width === "reading" ? "max-w-[46rem]" : "";
  return (
    <div className="shell grow">
      {breadcrumbs ? <div className="pt-2 md:pt-4">{breadcrumbs}</div> : null}
      <main id="main" tabIndex={-1} lang={lang} className={breadcrumbs ? "pt-6 md:pt-10" : "pt-10 md:pt-16"}>
        <div className={reading}>
          {heading}
          {outline && outline.items.length > 0 ? (
            <nav aria-label={outline.label} className="mt-8 lg:hidden print:hidden">
              <Disclosure summary={outline.label}>
                <Outline items={outline.items} />
              </Disclosure>
            </nav>
          ) : null}
        </div>
        {outline && outline.items.length > 0 ? (
          <div className="mt-10 grid gap-x-16 md:mt-14 lg:grid-cols-[minmax(0,1fr)_15rem] print:block">
            {/* Heard and reached by keyboard before what it lists, though it stands beside it. */}
            <nav
              aria-label={outline.label}
              className="sticky top-8 col-start-2 row-start-1 max-h-[calc(100dvh-4rem)] self-start overflow-y-auto p-2 max-lg:hidden print:hidden"
            >
              <p className="mb-2 pl-4 font-bold text-sm">{outline.label}</p>
              <Outline items={outline.items} />
            </nav>
            <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-10 md:gap-16 lg:col-start-1 lg:row-start-1 print:block print:space-y-8">
              {children}
            </div>
          </div>
        ) : (
          <div className={`mt-10 grid min-w-0 grid-cols-[minmax(0,1fr)] gap-10 md:mt-14 md:gap-16 ${reading}`}>
            {children}
          </div>
        )}
      </main>
    </div>
  );
}
