import encode from "qr";

/** A QR code as one path of an SVG, a unit for each of its squares; `size` units wide and high, its quiet edge included. */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  // A quarter of it may be lost, as on paper that was folded; the edge of four squares is the standard's.
  const rows = encode(text, "raw", { ecc: "quartile", border: 4 });
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size: rows.length, path: path.join("") };
}

/** The dark stretches of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  return row.flatMap((dark, x): [number, number][] => {
    if (!dark || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    return [[x, (end < 0 ? row.length : end) - x]];
  });
}
