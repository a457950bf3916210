import encode from "qr";

/**
 * A QR code as one path of an SVG, to be stroked one unit wide: a line for each dark stretch, a unit for each of its squares,
 * each step counted from the one before, which is a third of what full outlines take. `size` units wide and high, its quiet
 * edge included.
 */
export function qrCode(text: string): { readonly size: number; readonly path: string } {
  // A quarter of it may be lost, as on paper that was folded; the edge of four squares is the standard's.
  const rows = encode(text, "raw", { ecc: "quartile", border: 4 });
  let end = 0;
  const steps = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length], index) => {
      const step = index === 0 ? `M${x} ${y}.5` : `m${x - end} 0`;
      end = x + length;
      return `${step}h${length}`;
    }),
  );
  return { size: rows.length, path: steps.join("") };
}

/** The dark stretches of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  return row.flatMap((dark, x): [number, number][] => {
    if (!dark || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    return [[x, (end < 0 ? row.length : end) - x]];
  });
}
