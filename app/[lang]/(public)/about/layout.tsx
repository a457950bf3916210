import type { ReactNode } from "react";

// Made for each request, though nothing in the address asks for it: the scripts carry the nonce of that request, and the
// site's own address is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

export default function AboutLayout({ children }: { children: ReactNode }) {
  return children;
}
