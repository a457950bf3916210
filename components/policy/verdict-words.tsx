import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { Verdict } from "@/lib/domain/grades.ts";

const TONES: Record<Verdict, BadgeTone> = {
  met: "success",
  missed: "warning",
  "not-set": "neutral",
  "not-measured": "neutral",
  qualitative: "info",
};

/** Whether an indicator met its target, in words with a shape; or why that cannot be said. */
export function VerdictWords({ verdict }: { verdict: Verdict }) {
  const words = useTranslations("indicators.verdicts");
  return <Badge tone={TONES[verdict]}>{words(verdict)}</Badge>;
}
