/** The first thing Tab reaches on every page: over the header to the content. Seen only while it has focus. */
export function SkipLink({ children, href = "#main" }: { children: string; href?: string | undefined }) {
  return (
    <a
      href={href}
      className="sr-only bg-paper font-bold focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-20 focus:inline-flex focus:min-h-target focus:items-center focus:px-5 print:hidden"
    >
      {children}
    </a>
  );
}
