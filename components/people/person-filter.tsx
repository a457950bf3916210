import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { type OrganizationLine, PERSON_STATES } from "@/lib/domain/people-view.ts";
import { peoplePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Narrows the list of people down; what is asked stands in the address. */
export function PersonFilter({
  lang,
  asked,
  organisations,
}: {
  lang: Language;
  asked: { readonly text: string; readonly organisation: string; readonly state: string };
  organisations: readonly Pick<OrganizationLine, "id" | "nameJa" | "nameEn">[];
}) {
  const words = useTranslations("people.list");
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  return (
    <search className="print:hidden">
      <form
        method="get"
        action={peoplePath(lang)}
        className="grid items-end gap-4 md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)_auto]"
      >
        <TextInput name="text" label={words("text")} type="search" maxLength={100} defaultValue={asked.text} />
        <Select
          name="organisation"
          label={words("organisation")}
          defaultValue={asked.organisation}
          options={[
            { value: "", label: words("every") },
            ...organisations.map((one) => ({ value: one.id, label: one[name] })),
          ]}
        />
        <Select
          name="state"
          label={words("state")}
          defaultValue={asked.state}
          options={[
            { value: "", label: words("every") },
            ...PERSON_STATES.map((state) => ({ value: state, label: words(`states.${state}`) })),
          ]}
        />
        <Button variant="secondary">{words("narrow")}</Button>
      </form>
    </search>
  );
}
