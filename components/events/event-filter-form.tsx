import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { EventChoices, EventFilter } from "@/lib/domain/event-log.ts";
import { eventsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useEventKind } from "./event-kind.ts";

/** Narrows the events down; what is asked stands in the address. */
export function EventFilterForm({
  lang,
  asked,
  choices,
}: {
  lang: Language;
  asked: Omit<EventFilter, "page">;
  choices: EventChoices;
}) {
  const words = useTranslations("takingBack.events");
  const kindOf = useEventKind();
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  const every = { value: "", label: words("every") };
  return (
    <search className="print:hidden">
      <form method="get" action={eventsPath(lang)} className="grid items-end gap-x-6 gap-y-4 md:grid-cols-3">
        <Select
          name="chain"
          label={words("organisation")}
          defaultValue={asked.chain}
          options={[
            every,
            { value: "administration", label: words("administration") },
            ...choices.organizations.map((one) => ({ value: one.id, label: one[name] })),
          ]}
        />
        <Select
          name="kind"
          label={words("kind")}
          defaultValue={asked.kind}
          options={[every, ...choices.kinds.map((kind) => ({ value: kind, label: kindOf(kind) }))]}
        />
        <TextInput name="person" label={words("person")} type="search" maxLength={100} defaultValue={asked.person} />
        <TextInput
          name="from"
          label={words("from")}
          hint={words("dateHint")}
          maxLength={10}
          defaultValue={asked.from}
        />
        <TextInput name="to" label={words("to")} hint={words("dateHint")} maxLength={10} defaultValue={asked.to} />
        <TextInput name="subject" label={words("subject")} maxLength={36} defaultValue={asked.subject} />
        <div className="flex flex-wrap gap-3 md:col-span-3">
          <Button variant="secondary">{words("narrow")}</Button>
          {Object.values(asked).some(Boolean) ? (
            <ButtonLink variant="quiet" href={eventsPath(lang)}>
              {words("clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
