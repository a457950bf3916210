import { amendment, approvedRevision, currentPlan, releaseNow } from "../../lib/data/testing/ward.ts";
import { becauseOf, numbered } from "../numbered.ts";
import { marked } from "./add-mark.ts";
import { addWard, madeAs } from "./add-ward.ts";

/** Adds a small ward whose releases are numbered; returns its name in addresses. */
export async function addNumberedWard(name: string): Promise<string> {
  await addWard(name, 0, { initiatives: 1, round: false });
  return madeAs(name).slug;
}

/**
 * Puts the mark of this number into every text of such a ward and releases that, with a reason that says it too. Asked again
 * after it was cut short it finds out whether the Edition is there, and makes another Revision if not.
 */
export async function releaseNumbered(name: string, number: number): Promise<void> {
  const ward = madeAs(name);
  const plan = await currentPlan(ward.policyId);
  if (JSON.stringify(plan).includes(numbered(number))) return;
  const revision = amendment(`印を改める${becauseOf(number)}`);
  // At its own time, by which feeds are in order.
  const clock = () => new Date();
  await releaseNow(ward, [await approvedRevision(ward, marked(plan, numbered(number)), revision, clock)], clock);
}
