import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { AmountField } from "@/lib/domain/forms/form.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AmountWords } from "./amount-words.tsx";
import type { Evaluated } from "./evaluation-cells.tsx";

/** What was spent of a target's budget, as its released self-evaluation says; null before that. */
export function settledOf(formId: string, target: Evaluated) {
  const field = fieldsOf(formId, target.type, "SELF_EVALUATION").find(
    (one): one is AmountField => one.kind === "amount" && one.against !== undefined,
  );
  const thousandYen = field && target.sheets.SELF_EVALUATION?.[field.key];
  return field && typeof thousandYen === "number" ? { field, thousandYen, plan: target.plan } : null;
}

/** The same in words. */
export function Settled({ lang, formId, target }: { lang: Language; formId: string; target: Evaluated }) {
  const settled = settledOf(formId, target);
  if (!settled) return null;
  return (
    <span className="mt-1 flex flex-wrap items-baseline gap-x-3 text-sm">
      <span className="text-ink-muted">{settled.field.label[lang]}</span>
      <AmountWords lang={lang} {...settled} />
    </span>
  );
}
