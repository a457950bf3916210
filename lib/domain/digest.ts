import { itemsOf } from "./edition.ts";
import { phasesIn } from "./edition-times.ts";
import { fieldsOf } from "./forms/catalogue.ts";
import type { Field, Phase } from "./forms/form.ts";
import type { PublishedItem } from "./placed.ts";
import type { PublishedPolicy } from "./published-policy.ts";

/** The fields of a plan that stand at an item's head on the policy's own page, its digest. */
const HEADS: Readonly<Record<PublishedItem["type"], readonly string[]>> = {
  issue: ["description"],
  strategy: ["description"],
  initiative: ["description", "budgetThousandYen"],
  reformItem: ["actions"],
};

/**
 * What the plan says of an item besides its head, in the form's order. `hasHead`: the form gives it something to read
 * first; else this is all that stands there.
 */
export function besidesHead(
  formId: string,
  { type, plan }: Pick<PublishedItem, "type" | "plan">,
): { readonly fields: readonly Field[]; readonly hasHead: boolean } {
  const all = fieldsOf(formId, type, "PLAN");
  return {
    fields: all.filter(({ key }) => !HEADS[type].includes(key) && plan[key] !== undefined),
    hasHead: all.some(({ key }) => HEADS[type].includes(key)),
  };
}

/** The phases of which there is more to read than the digest says: the plan only where that leaves something of it out. */
export function phasesToRead({
  formId,
  content,
  history,
}: Pick<PublishedPolicy, "formId" | "content"> & {
  readonly history: readonly { readonly phases: readonly Phase[] }[];
}): Phase[] {
  const isLonger = itemsOf(content).some((item) => {
    const { fields, hasHead } = besidesHead(formId, item);
    return hasHead && fields.length > 0;
  });
  return phasesIn(history).filter((phase) => phase !== "PLAN" || isLonger);
}
