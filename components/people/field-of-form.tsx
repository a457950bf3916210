import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { fieldId } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { FormField } from "./form-field.ts";

/** One question of an administration form, with what was typed into it where the form came back. */
export function FieldOfForm({
  field,
  name,
  typed,
  errors,
}: {
  field: FormField;
  /** What it is posted under. */
  name: string;
  /** null where the form did not come back. */
  typed: Typed | null;
  errors: readonly string[];
}) {
  const words = useTranslations("staff");
  const mark = (required: boolean) =>
    required ? { required: words("fields.required") } : { optional: words("fields.optional") };
  if (field.kind === "hidden") return <input type="hidden" name={name} value={field.value} />;
  const common = { name, label: field.label, hint: field.hint, errors };
  switch (field.kind) {
    case "text":
    case "email":
      return (
        <TextInput
          {...common}
          {...mark(field.required)}
          type={field.kind}
          width={field.width ?? "half"}
          maxLength={field.maxLength}
          lang={field.lang}
          autoComplete="off"
          defaultValue={typed?.[name] ?? field.value ?? ""}
        />
      );
    case "area":
      return (
        <TextArea
          {...common}
          {...mark(true)}
          rows={field.rows}
          max={field.max}
          lang={field.lang}
          defaultValue={typed?.[name] ?? field.value ?? ""}
        />
      );
    case "password":
      return (
        <TextInput
          {...common}
          {...mark(true)}
          type="password"
          width="half"
          maxLength={1000}
          autoComplete={field.use}
          autoCapitalize="off"
          spellCheck={false}
        />
      );
    case "select":
      return (
        <Select
          {...common}
          {...mark(field.required)}
          options={field.options}
          groups={field.groups}
          defaultValue={typed?.[name] ?? field.value ?? ""}
        />
      );
    case "radio":
      return (
        <RadioGroup
          {...common}
          {...mark(true)}
          options={field.options}
          defaultValue={typed?.[name] ?? field.value ?? null}
        />
      );
    case "date": {
      const [year, month, day] = (field.value ?? "").split("-");
      const box = (part: string, known: string | undefined) => typed?.[`${name}.${part}`] ?? known;
      const unpadded = (text: string | undefined) => (text ? String(Number(text)) : "");
      return (
        <DateField
          {...common}
          {...mark(field.required)}
          parts={{ year: words("panel.year"), month: words("panel.month"), day: words("panel.day") }}
          defaultValue={{
            year: box("year", year),
            month: box("month", unpadded(month)),
            day: box("day", unpadded(day)),
          }}
        />
      );
    }
    case "checkbox":
      return (
        <Checkbox
          name={name}
          id={fieldId(name)}
          value="on"
          label={field.label}
          explanation={field.hint}
          errors={errors}
          defaultChecked={typed ? typed[name] === "on" : (field.checked ?? false)}
        />
      );
  }
}
