import { classes, type Native } from "@/components/ui/native.ts";

/**
 * The software's own name, 方針 Hoshin, drawn in lines of one width so that it stays sharp at any size; takes the colour of
 * the text around it. `latin` false leaves the two characters alone. Its height is a line of text's unless a class says
 * otherwise. Same drawing as public/wordmark.svg.
 */
export function Wordmark({
  label,
  latin = true,
  className,
  ...rest
}: Native<"svg"> & {
  /** Its name for screen readers; left out where words beside it say the same. */
  label?: string | undefined;
  latin?: boolean | undefined;
}) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden because words stand beside it
    <svg
      viewBox={latin ? "1 0 119 24" : "1 0 50 24"}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      {...rest}
      className={classes("h-7 w-auto shrink-0", className)}
    >
      {/* 方 */}
      <path d="M12 1.2v5.3M2 7.2h20M10.2 7.2c0 7.3-2.2 12-7.4 15M10 12.4h8.6c0 4.7-.3 7.2-.9 8.5-.4.8-1 1.1-2.1 1.1h-2.4" />
      {/* 針 */}
      <path d="M33 1.5c-1.3 3.2-3.5 5.7-6.3 7.5M33 1.5c1.4 2.5 3.3 4.5 5.9 6M29.5 10h7M28 14.2h10M33 10v11.5M29.3 16.6l1 3.1M36.7 16.6l-1 3.1M27.4 21.7h11.2M40.3 9.4H50M45.2 1.2v21.3" />
      {latin ? (
        <path
          strokeWidth="1.9"
          d="M60 6.5V20M68.5 6.5V20M60 13h8.5M81.6 15.4a4.4 4.4 0 1 1-8.8 0a4.4 4.4 0 0 1 8.8 0zM90.5 12.5c-.6-1-1.6-1.5-2.9-1.5-1.7 0-2.8.9-2.8 2.2 0 3.2 5.9 1.2 5.9 4.4 0 1.4-1.3 2.3-3.1 2.3-1.5 0-2.6-.6-3.2-1.7M95 6v14M95 15.2c0-2.5 1.4-4.2 3.6-4.2s3.4 1.5 3.4 3.8V20M106.4 11V20M106.4 6.6v1.9M110.9 11V20M110.9 15.2c0-2.5 1.4-4.2 3.6-4.2s3.4 1.5 3.4 3.8V20"
        />
      ) : null}
    </svg>
  );
}
