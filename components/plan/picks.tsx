import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import type { SelectOption } from "@/components/ui/select.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";

/** Several of a list, each with a box of its own; folded, with those that are picked in the line that opens it. */
export function Picks({
  label,
  hint,
  options,
  nameOf,
  typed,
}: {
  label: string;
  hint?: string | undefined;
  options: readonly SelectOption[];
  nameOf: (value: string) => string;
  typed: Typed;
}) {
  const words = useTranslations("plan");
  if (options.length === 0) return null;
  const picked = options.filter(({ value }) => typed[nameOf(value)] === "on");
  return (
    <Disclosure
      variant="quiet"
      summary={`${label}: ${picked.length > 0 ? picked.map((option) => option.label).join(words("separator")) : words("none")}`}
    >
      <Fieldset name={nameOf("")} label={label} hint={hint}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={nameOf(option.value)}
            label={option.label}
            defaultChecked={typed[nameOf(option.value)] === "on"}
          />
        ))}
      </Fieldset>
    </Disclosure>
  );
}
