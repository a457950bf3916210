import { useTranslations } from "next-intl";
import { EnvelopeFields } from "@/components/submission/envelope-fields.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { PLAN_FIELDS } from "@/lib/web/plan-fields.ts";

/** What one may do with an item beside writing it: move it among its siblings, add below it, remove it. */
export function ItemTools({
  formAction,
  envelope,
  nodeKey,
  steps,
  adds,
  goesWith,
}: {
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  nodeKey: string;
  /** Which ways it may be moved. */
  steps: readonly ("up" | "down")[];
  /** What may be added below it. */
  adds: readonly { readonly type: "issue" | "strategy" | "initiative" | "reformItem"; readonly href: string }[];
  /** How many items below it would be removed with it; null where it cannot be removed. */
  goesWith: number | null;
}) {
  const words = useTranslations("plan.tools");
  const hidden = (
    <>
      <EnvelopeFields values={envelope} />
      <input type="hidden" name={PLAN_FIELDS.node} value={nodeKey} />
    </>
  );
  return (
    <section aria-label={words("label")} className="grid gap-3 print:hidden">
      <div className="flex flex-wrap gap-3">
        {steps.length > 0 ? (
          <form action={formAction} className="flex flex-wrap gap-3">
            {hidden}
            {steps.map((step) => (
              <Button key={step} variant="secondary" size="small" name={ENVELOPE.intent} value={step}>
                {words(step)}
              </Button>
            ))}
          </form>
        ) : null}
        {adds.map(({ type, href }) => (
          <ButtonLink key={type} href={href} variant="secondary" size="small">
            {words(`add.${type}`)}
          </ButtonLink>
        ))}
      </div>
      {goesWith === null ? null : (
        <Disclosure variant="quiet" summary={words("remove")}>
          <form action={formAction} className="grid gap-3">
            {hidden}
            {goesWith > 0 ? <p className="font-bold">{words("removeWith", { count: goesWith })}</p> : null}
            <p className="text-ink-muted text-sm">{words("removeNote")}</p>
            <div>
              <Button variant="danger" size="small" name={ENVELOPE.intent} value="remove">
                {words("removeButton")}
              </Button>
            </div>
          </form>
        </Disclosure>
      )}
    </section>
  );
}
