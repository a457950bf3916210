import { useTranslations } from "next-intl";
import { CROSSED, GroundPattern, HATCHED } from "@/components/ui/ground-pattern.tsx";
import { type Counts, STANDINGS, type Standing } from "@/lib/domain/round-view.ts";

/** What a standing is called. */
export function useStandingWords(): (standing: Standing) => string {
  const words = useTranslations();
  return (standing) => (standing === "NOT_BEGUN" ? words("staff.desk.notBegun") : words(`states.${standing}`));
}

/** Each standing has a ground of its own, so that a bar is read without colour: full, hatched, dotted, empty. */
const GROUNDS: Record<Standing, { fill: string } | { className: string }> = {
  RELEASED: { className: "fill-ink" },
  APPROVED: { className: "fill-accent" },
  SUBMITTED: { fill: "url(#standing-submitted)" },
  RETURNED: { fill: "url(#standing-returned)" },
  DRAFT: { fill: "url(#standing-draft)" },
  NOT_BEGUN: { className: "fill-paper" },
};

/** The patterns of the bars. Once on a page, before any of them. */
export function StandingPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <GroundPattern id="standing-submitted" paper="fill-accent-wash">
          <path d={HATCHED} strokeWidth="1.75" className="stroke-accent" />
        </GroundPattern>
        <GroundPattern id="standing-returned" paper="fill-warning-strong">
          <path d={CROSSED} strokeWidth="1" className="stroke-white" />
        </GroundPattern>
        <GroundPattern id="standing-draft">
          <circle cx="3" cy="3" r="1.25" className="fill-control" />
        </GroundPattern>
      </defs>
    </svg>
  );
}

/** The sign of a standing beside its word, with the ground that its part of a bar has. */
export function StandingSign({ standing }: { standing: Standing }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="inline-block size-4 shrink-0">
      <rect x="0.75" y="0.75" width="14.5" height="14.5" {...GROUNDS[standing]} />
      <rect x="0.75" y="0.75" width="14.5" height="14.5" strokeWidth="1.5" className="fill-none stroke-control" />
    </svg>
  );
}

/** How the sheets of a section, or of a whole round, stand, as one bar. The numbers beside it say the same. */
export function StandingBar({ counts, tall = false }: { counts: Counts; tall?: boolean | undefined }) {
  const all = STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
  let before = 0;
  const parts = STANDINGS.map((standing) => {
    const start = before;
    before += counts[standing];
    return { standing, x: all === 0 ? 0 : (start / all) * 100, width: all === 0 ? 0 : (counts[standing] / all) * 100 };
  }).filter(({ width }) => width > 0);
  return (
    <svg
      width="100%"
      height={tall ? 28 : 16}
      aria-hidden="true"
      className="block min-w-0 print:break-inside-avoid"
      preserveAspectRatio="none"
    >
      {parts.map(({ standing, x, width }) => (
        <rect key={standing} x={`${x}%`} y="0" width={`${width}%`} height="100%" {...GROUNDS[standing]} />
      ))}
      {parts.map(({ standing, x }) => (
        <line key={standing} x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" strokeWidth="2" className="stroke-paper" />
      ))}
      <rect x="0" y="0" width="100%" height="100%" strokeWidth="2" className="fill-none stroke-control" />
    </svg>
  );
}
