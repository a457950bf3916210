import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/native.ts";
import { timeWords } from "@/lib/words/dates.ts";
import type { SaveStatus as Status } from "./autosaver.ts";

const KNOWN = ["too-long", "characters", "someone-else", "wrong-state"] as const;

/** Where what is being typed stands. What goes well is only shown; what does not is also said, politely. */
export function SaveStatus({ status, blocked }: { status: Status | null; blocked: boolean }) {
  const words = useTranslations("autosave.status");
  const trouble = status !== null && status.kind !== "saving" && status.kind !== "kept";
  return (
    // Trouble stays in sight; what goes well does not stand over the text.
    <div
      className={classes(
        "text-sm print:hidden",
        trouble && "sticky bottom-0 z-10 border-hairline border-t bg-paper py-2",
      )}
    >
      {status && !trouble ? (
        <p className="figures text-ink-muted">
          {status.kind === "kept" ? words("kept", { at: timeWords(status.savedAt) }) : words("saving")}
        </p>
      ) : null}
      <div role="status">
        {trouble ? (
          <p className="border-warning-strong border-l-4 pl-3 font-bold">
            {troubleWords()}
            {blocked && status.kind === "offline" ? ` ${words("notSaved")}` : null}
          </p>
        ) : null}
      </div>
    </div>
  );

  function troubleWords(): string {
    if (!status || status.kind === "saving" || status.kind === "kept") return "";
    const where = words(status.local ? "here" : "nowhere");
    if (status.kind === "offline" || status.kind === "signed-out") return `${words(status.kind)} ${where}`;
    const known = KNOWN.find((code) => code === status.code);
    return `${words(known ? `refused.${known}` : "refused.other")} ${where}`;
  }
}
