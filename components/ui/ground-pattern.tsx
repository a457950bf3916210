import type { ReactNode } from "react";

/** A ground that a drawing is filled with, by `url(#id)`: lines or dots on a colour, so that it is read without colour. */
export function GroundPattern({
  id,
  size = 6,
  paper = "fill-paper",
  children,
}: {
  id: string;
  size?: number;
  /** The colour below the marks. */
  paper?: string;
  children: ReactNode;
}) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect width={size} height={size} className={paper} />
      {children}
    </pattern>
  );
}

/** Slanted lines over a ground of six units. */
export const HATCHED = "M-1 7 7 -1M-4 4 4 -4M2 10 10 2";
/** Crossed lines over a ground of six units. */
export const CROSSED = "M0 0 6 6M6 0 0 6";
