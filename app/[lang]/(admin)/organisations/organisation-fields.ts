import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/people/form-field.ts";
import type { OrganizationView } from "@/lib/domain/people-view.ts";

/** What is asked of an organisation: a new one, or one that is there. */
export async function organisationFields(of: OrganizationView | null): Promise<FormField[]> {
  const words = await getTranslations("people.organisation");
  const text = (
    name: "nameJa" | "nameEn" | "cityNameJa" | "cityNameEn" | "municipalCode" | "sourceNote" | "sourceUrl",
    required: boolean,
    hint?: string,
  ): FormField => ({
    ...{ kind: "text", name, required, hint, label: words(name), value: of?.[name] ?? null },
    ...(name.endsWith("Ja") || name === "sourceNote" ? { lang: "ja" } : {}),
    width: name === "municipalCode" ? "short" : name === "sourceNote" || name === "sourceUrl" ? "full" : "half",
  });
  return [
    text("nameJa", true),
    text("nameEn", true),
    ...(of
      ? [{ kind: "hidden" as const, name: "organizationId", value: of.id }]
      : [
          {
            ...{ kind: "text" as const, name: "slug", required: true, label: words("slug"), hint: words("slugHint") },
            maxLength: 41,
          },
        ]),
    text("cityNameJa", true),
    text("cityNameEn", true),
    text("municipalCode", false, words("municipalCodeHint")),
    text("sourceNote", false, words("sourceNoteHint")),
    text("sourceUrl", false, words("sourceUrlHint")),
  ];
}
