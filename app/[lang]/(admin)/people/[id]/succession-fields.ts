import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/people/form-field.ts";

/** Who comes after somebody; and where work would have nobody, whether it may. */
export async function successionFields(
  people: readonly { readonly id: string; readonly name: string; readonly email: string }[],
  leaves: boolean,
): Promise<FormField[]> {
  const words = await getTranslations("people.leaving");
  return [
    {
      kind: "select",
      name: "successor",
      label: words("successor"),
      hint: words("successorHint"),
      required: false,
      options: [
        { value: "", label: words("nobody") },
        ...people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
      ],
    },
    {
      kind: "checkbox",
      name: "leave",
      label: words("leave"),
      hint: words(leaves ? "leaveHint" : "leaveHintLater"),
    },
  ];
}
