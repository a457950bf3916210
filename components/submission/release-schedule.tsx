import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import type { ScheduledRelease } from "@/lib/domain/scheduled-release.ts";
import type { SubmissionLine } from "@/lib/domain/submission-view.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { failureWords } from "@/lib/words/notice-words.ts";

const TONES: Record<ScheduledRelease["state"], BadgeTone> = {
  SCHEDULED: "info",
  DONE: "success",
  FAILED: "danger",
  CANCELLED: "neutral",
};
const WORDS = { SCHEDULED: "waiting", DONE: "done", FAILED: "failed", CANCELLED: "cancelled" } as const;

/** A minute is what the worker may need; longer means that nobody is doing it. */
const LATE_MS = 2 * 60_000;

/** The releases of a policy that were set for a time, and how they ended. */
export function ReleaseSchedule({
  lang,
  scheduled,
  lines,
  now,
  cancel,
}: {
  lang: Language;
  scheduled: readonly ScheduledRelease[];
  /** The submissions that can be named. */
  lines: readonly SubmissionLine[];
  now: Date;
  /** Draws what takes a waiting one back. */
  cancel: (release: ScheduledRelease) => ReactNode;
}) {
  const words = useTranslations();
  const late = scheduled.some(
    ({ state, releaseAt }) => state === "SCHEDULED" && now.getTime() - releaseAt.getTime() > LATE_MS,
  );
  return (
    <section aria-labelledby="scheduled-heading" className="grid gap-5">
      <h2 id="scheduled-heading">{words("notices.schedule.listTitle")}</h2>
      {late ? (
        <Banner tone="warning" toneLabel={words("tones.warning")} title={words("notices.schedule.overdue")}>
          {words("notices.schedule.overdueLead")}
        </Banner>
      ) : null}
      <ul className="border-line border-t">
        {scheduled.map((release) => (
          <li
            key={release.id}
            className="grid items-start gap-x-8 gap-y-3 border-line border-b py-4 md:grid-cols-[8rem_minmax(0,1fr)_auto]"
          >
            <div>
              <Badge tone={TONES[release.state]}>{words(`notices.schedule.${WORDS[release.state]}`)}</Badge>
            </div>
            <div className="grid gap-1">
              <p className="figures title-ja font-bold">{instantWords(lang, release.releaseAt)}</p>
              <p className="text-ink-muted text-sm">
                {words("notices.schedule.by")} <span lang="ja">{release.scheduledBy}</span>
              </p>
              {release.chosen.length > 0 ? <Contents lines={lines} chosen={release.chosen} /> : null}
              {release.edition ? <p>{words("notices.schedule.madeEdition", { number: release.edition })}</p> : null}
              {release.failure ? (
                <p>{words("notices.schedule.because", { reason: failureWords(lang, release.failure) })}</p>
              ) : null}
            </div>
            {release.state === "SCHEDULED" ? cancel(release) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contents({ lines, chosen }: { lines: readonly SubmissionLine[]; chosen: readonly string[] }) {
  const words = useTranslations();
  return (
    <ul className="text-sm">
      {chosen.map((id) => {
        const line = lines.find((one) => one.id === id);
        return line ? (
          <li key={id}>
            {words(`phases.${line.phase}`)}: {words(`targets.${line.target.type}`)} {line.target.code}{" "}
            <span lang="ja">{line.target.title ?? line.organization.nameJa}</span>
          </li>
        ) : null;
      })}
    </ul>
  );
}
