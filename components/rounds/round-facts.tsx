import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { daysBetween, ROUND_DATES, type RoundFacts } from "@/lib/domain/round-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

type Status = "before" | "open" | "overdue" | "closed" | "concluded";

const TONES: Record<Status, BadgeTone> = {
  before: "neutral",
  open: "info",
  overdue: "warning",
  closed: "neutral",
  concluded: "success",
};

/** Whether a round takes sheets on a day, and why not. */
export function statusOf(round: RoundFacts, today: CalendarDate): Status {
  if (round.concluded) return "concluded";
  if (round.closedAt) return "closed";
  if (today < round.opensOn) return "before";
  return today > round.dueOn ? "overdue" : "open";
}

/** A round's standing and its days, in one line. */
export function RoundFactsLine({ lang, round, today }: { lang: Language; round: RoundFacts; today: CalendarDate }) {
  const words = useTranslations("rounds");
  const status = statusOf(round, today);
  const days = daysBetween(today, round.dueOn);
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Badge tone={TONES[status]}>{words(`status.${status}`)}</Badge>
        {status === "open" || status === "overdue" ? (
          <b className={status === "overdue" ? "text-warning-strong" : undefined}>
            {days >= 0 ? words("daysLeft", { days }) : words("daysOver", { days: -days })}
          </b>
        ) : null}
      </p>
      <DescriptionList
        layout="inline"
        items={ROUND_DATES.map((name) => ({
          term: words(`fields.${name}`),
          description: dateWords(lang, round[name]),
        }))}
      />
    </div>
  );
}
