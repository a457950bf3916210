import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";

/**
 * What every figure has: one sentence that says what it shows, the drawing, its table and its rule. The drawing repeats
 * what sentence and table say, so it is hidden from screen readers; colours in it never stand alone.
 */
export function Figure({
  summary,
  rule,
  table,
  tableSummary,
  children,
}: {
  summary: ReactNode;
  /** How it was counted and drawn, and what it leaves out. */
  rule: ReactNode;
  table: ReactNode;
  /** What one presses to see the table; left out, the table stands open beside the drawing. */
  tableSummary?: string | undefined;
  children?: ReactNode;
}) {
  const words = useTranslations("public.figures");
  return (
    <figure className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5 print:block print:space-y-4">
      <figcaption className="max-w-prose">{summary}</figcaption>
      {tableSummary ? (
        <>
          {children}
          <Disclosure summary={tableSummary}>{table}</Disclosure>
        </>
      ) : (
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:has-[>:only-child]:grid-cols-1 print:block print:space-y-4">
          {children}
          {table}
        </div>
      )}
      <p className="max-w-prose text-ink-muted text-sm">
        <b className="mr-1">{words("rule")}</b> {rule}
      </p>
    </figure>
  );
}
