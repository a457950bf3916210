"use server";

import { headers } from "next/headers";
import { makeCalendar, revokeCalendar } from "@/lib/data/calendar.ts";
import { answerForm } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { calendarPath } from "@/lib/web/paths.ts";

/** Makes or replaces the person's calendar address, which is shown with the answer this once; or voids it. */
export async function calendarAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    if (typed[ENVELOPE.intent] === "revoke") {
      await revokeCalendar(actor);
      return {};
    }
    const { token } = await makeCalendar(actor);
    const site = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
    return { made: new URL(calendarPath(token), site).href };
  });
}
