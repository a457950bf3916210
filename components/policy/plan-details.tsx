import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { TargetType } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import type { Language } from "@/lib/words/languages.ts";
import { SheetView } from "./sheet-view.tsx";

/**
 * Whatever else the plan says of an item than what stands at its head (`shown`): one press away where there is a
 * description to read first, open where there is none. Nothing where nothing else is written.
 */
export function PlanDetails({
  lang,
  formId,
  type,
  plan,
  shown,
  named,
  at,
}: {
  lang: Language;
  formId: string;
  type: TargetType;
  plan: SheetValues;
  /** Keys of the fields that stand elsewhere. */
  shown: readonly string[];
  /** What the item is called, for those who hear what can be unfolded without what stands round it. */
  named: string;
  /** Where it is read; without it, it is folded here. */
  at?: string | undefined;
}) {
  const words = useTranslations("public.policy");
  const all = fieldsOf(formId, type, "PLAN");
  const fields = all.filter(({ key }) => !shown.includes(key) && plan[key] !== undefined);
  if (fields.length === 0) return null;
  const view = <SheetView lang={lang} fields={fields} values={plan} plan={plan} />;
  if (!all.some(({ key }) => shown.includes(key))) return view;
  const summary = (
    <>
      {words("planDetails")} <span className="sr-only">{named}</span>
    </>
  );
  if (at)
    return (
      <p>
        <a href={at}>{summary}</a>
      </p>
    );
  return (
    <Disclosure variant="quiet" summary={summary}>
      {view}
    </Disclosure>
  );
}
