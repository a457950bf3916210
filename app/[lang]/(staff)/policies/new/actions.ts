"use server";

import { createPolicy } from "@/lib/data/policies.ts";
import { FORMS } from "@/lib/domain/forms/catalogue.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import type { FormState } from "@/lib/web/form-state.ts";
import { policiesPath } from "@/lib/web/paths.ts";
import { besideField, readForm } from "@/lib/web/typed-fields.ts";

/** Makes the place for a year's policy. */
export async function beginPolicy(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = readForm(typed);
    const organizationId = read.text("organisation", 40);
    // "2026 osaka-2023"
    const [year = "", formId = ""] = read.text("year", 60).split(" ");
    const known = FORMS.some(({ id }) => id === formId) && /^\d{4}$/.test(year);
    if (read.problems.length === 0 && !known) read.report("year", "choice");
    if (read.problems.length > 0) return { problems: read.problems };
    return besideField("already-exists", { field: read.nameOf("year"), code: "taken" }, async () => {
      await createPolicy(actor, { organizationId, fiscalYear: Number(year), formId });
      return { to: policiesPath(languageOf(typed)) };
    });
  });
}
