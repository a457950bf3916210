import { qrCode } from "@/lib/documents/qr-code.ts";

/** The code of an address, for paper; the address itself stands beside it. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = qrCode(address);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-32 shrink-0"
    >
      <rect width={size} height={size} className="fill-white" />
      <path d={path} className="stroke-black" />
    </svg>
  );
}
