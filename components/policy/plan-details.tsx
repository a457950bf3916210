import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { besidesHead } from "@/lib/domain/digest.ts";
import type { PublishedItem } from "@/lib/domain/placed.ts";
import type { Language } from "@/lib/words/languages.ts";
import { SheetView } from "./sheet-view.tsx";

/**
 * Whatever else the plan says of an item than what stands at its head: one press away where there is something to read
 * first, open where there is not. Nothing where nothing else is written.
 */
export function PlanDetails({
  lang,
  formId,
  item,
  named,
  at,
}: {
  lang: Language;
  formId: string;
  item: PublishedItem;
  /** What the item is called, for those who hear what can be pressed without what stands round it. */
  named: string;
  /** Where it is read; without it, it is folded here. */
  at?: string | undefined;
}) {
  const words = useTranslations("public.policy");
  const { fields, hasHead } = besidesHead(formId, item);
  if (fields.length === 0) return null;
  const view = <SheetView lang={lang} fields={fields} values={item.plan} plan={item.plan} />;
  if (!hasHead) return view;
  const summary = (
    <>
      {words("planDetails")} <span className="sr-only">{named}</span>
    </>
  );
  if (at)
    return (
      <p className="print:hidden">
        <a href={at}>{summary}</a>
      </p>
    );
  return (
    <Disclosure variant="quiet" summary={summary}>
      {view}
    </Disclosure>
  );
}
