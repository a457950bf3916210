import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";

/** More than so many items are folded away until a reader asks for them; on paper they always stand open. */
const SHOWN_AT_ONCE = 8;

/** A long list behind one line that says how long it is. */
export function Folded({ count, children }: { count: number; children: ReactNode }) {
  const words = useTranslations("history.public");
  if (count <= SHOWN_AT_ONCE) return children;
  return <Disclosure summary={words("fold", { count })}>{children}</Disclosure>;
}
