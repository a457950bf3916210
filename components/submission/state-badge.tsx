import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { SubmissionState } from "@/lib/domain/lifecycle.ts";

const TONES: Record<SubmissionState, BadgeTone> = {
  DRAFT: "neutral",
  SUBMITTED: "info",
  RETURNED: "warning",
  APPROVED: "success",
  RELEASED: "success",
  DISCARDED: "neutral",
};

/** Where a submission stands; a draft in which nothing was written says so. */
export function StateBadge({ state, begun = true }: { state: SubmissionState; begun?: boolean }) {
  const words = useTranslations();
  return (
    <Badge tone={TONES[state]}>
      {state === "DRAFT" && !begun ? words("staff.desk.notBegun") : words(`states.${state}`)}
    </Badge>
  );
}
