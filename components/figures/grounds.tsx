import type { SVGAttributes } from "react";
import { CROSSED, GroundPattern, HATCHED } from "@/components/ui/ground-pattern.tsx";
import type { NoGrade, SheetState } from "@/lib/domain/figures.ts";
import type { Tone } from "@/lib/domain/forms/form.ts";

/** What a part of a figure stands for. */
export type Ground = Tone | NoGrade | SheetState;

/** Each has a ground of its own, so that a figure is read without colour: full, hatched, crossed, dotted, lined, empty. */
const GROUNDS: Record<Ground, { fill: string } | { className: string }> = {
  good: { className: "fill-success" },
  watch: { fill: "url(#ground-watch)" },
  bad: { fill: "url(#ground-bad)" },
  none: { fill: "url(#ground-dots)" },
  released: { className: "fill-accent" },
  ungraded: { className: "fill-hairline" },
  unreleased: { className: "fill-paper" },
  unevaluated: { fill: "url(#ground-lines)" },
  late: { fill: "url(#ground-line)" },
  withheld: { className: "fill-ink" },
  notAsked: { className: "fill-none" },
};

/** The patterns of the figures. Once on a page, before any of them. */
export function FigurePatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="drawing absolute">
      <defs>
        <GroundPattern id="ground-watch">
          <path d={HATCHED} strokeWidth="2.4" className="stroke-warning-strong" />
        </GroundPattern>
        <GroundPattern id="ground-bad" paper="fill-danger">
          <path d={CROSSED} strokeWidth="1" className="stroke-white" />
        </GroundPattern>
        <GroundPattern id="ground-dots">
          <circle cx="3" cy="3" r="1.25" className="fill-control" />
        </GroundPattern>
        <GroundPattern id="ground-lines" size={5}>
          <path d="M2.5 0V5" strokeWidth="1.25" className="stroke-control" />
        </GroundPattern>
        <GroundPattern id="ground-line" size={8}>
          <path d="M0 4H8" strokeWidth="1.25" className="stroke-control" />
        </GroundPattern>
      </defs>
    </svg>
  );
}

/** How a part of a bar or a field is drawn: its ground, and an edge that holds in forced colours too. */
export function groundLook(ground: Ground): SVGAttributes<SVGElement> {
  const look = GROUNDS[ground];
  return {
    ...look,
    stroke: "currentColor",
    strokeDasharray: ground === "unreleased" || ground === "notAsked" ? "3 2" : undefined,
    className: "className" in look ? `${look.className} text-control` : "text-control",
  };
}

/** The ground beside the word that says what it stands for. */
export function Swatch({ ground }: { ground: Ground }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="drawing inline-block size-4 shrink-0">
      <rect x="0.75" y="0.75" width="14.5" height="14.5" {...groundLook(ground)} />
    </svg>
  );
}
