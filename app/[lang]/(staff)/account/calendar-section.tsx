import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { CalendarForm } from "@/components/notices/calendar-form.tsx";
import { calendarOf } from "@/lib/data/calendar.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { calendarAction } from "./calendar-action.ts";

/** A person's own calendar of due dates, on their account's page. */
export async function CalendarSection({ lang, actor }: { lang: Language; actor: Actor }) {
  const words = await getTranslations("notices.calendar");
  const calendar = await calendarOf(actor);
  return (
    <section aria-labelledby="calendar-heading" className="grid gap-5">
      <h2 id="calendar-heading">{words("title")}</h2>
      <p className="max-w-prose">{words("lead")}</p>
      <p>{calendar ? words("active", { at: instantWords(lang, calendar.createdAt) }) : words("none")}</p>
      <CalendarForm
        lang={lang}
        action={calendarAction}
        writer={actor.userId}
        formKey={randomUUID()}
        active={calendar !== null}
      />
    </section>
  );
}
