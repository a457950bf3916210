import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { Opinion } from "@/lib/domain/policy.ts";

const TONES: Record<Opinion["outcome"], BadgeTone> = {
  REFLECTED: "success",
  PARTLY_REFLECTED: "success",
  ALREADY_STATED: "info",
  NOTED: "neutral",
  NOT_REFLECTED: "warning",
};

/** What an opinion led to, in words and with a shape. */
export function OutcomeBadge({ outcome }: { outcome: Opinion["outcome"] }) {
  const words = useTranslations("opinions.outcomes");
  return <Badge tone={TONES[outcome]}>{words(outcome)}</Badge>;
}

/** One opinion with its answer, what it led to, and what of the plan it is about. */
export function OpinionView({ opinion, items }: { opinion: Opinion; items: ReactNode }) {
  const words = useTranslations("formulation.page");
  const fields = useTranslations("history.fields");
  const written = (text: string) => (
    <p lang="ja" className="as-written">
      {text}
    </p>
  );
  return (
    <DescriptionList
      items={[
        { key: "text", term: words("opinion"), description: written(opinion.text) },
        { key: "answer", term: words("answer"), description: written(opinion.answer) },
        { key: "outcome", term: fields("outcome"), description: <OutcomeBadge outcome={opinion.outcome} /> },
        ...(opinion.change ? [{ key: "change", term: words("change"), description: written(opinion.change) }] : []),
        ...(opinion.itemIds.length > 0 ? [{ key: "items", term: words("items"), description: items }] : []),
      ]}
    />
  );
}
