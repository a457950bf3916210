import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { Continuation } from "@/lib/domain/years.ts";

const TONES: Record<Continuation | "ended", BadgeTone> = {
  new: "success",
  continued: "neutral",
  merged: "info",
  split: "info",
  ended: "warning",
};

/** How an item stands to the year before, in a word with a shape. */
export function KindBadge({ kind }: { kind: Continuation | "ended" }) {
  const words = useTranslations("years.kinds");
  return <Badge tone={TONES[kind]}>{words(kind)}</Badge>;
}
