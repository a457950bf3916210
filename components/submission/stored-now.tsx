import { useTranslations } from "next-intl";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import type { Language } from "@/lib/words/languages.ts";

/** After a conflict: what is stored in a field now, beside what was typed into it. */
export function StoredNow({
  lang,
  field,
  value,
}: {
  lang: Language;
  field: Field;
  value: SheetValues[string] | undefined;
}) {
  const words = useTranslations("staff.newer");
  return (
    <div className="grid gap-1 border-warning-strong border-l-4 bg-paper py-1 pl-4">
      <p className="font-bold text-sm">{words("stored")}</p>
      {value === undefined ? (
        <p className="text-ink-muted">{words("storedEmpty")}</p>
      ) : (
        <SheetView lang={lang} fields={[field]} values={{ [field.key]: value }} />
      )}
    </div>
  );
}
