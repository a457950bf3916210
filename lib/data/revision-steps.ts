import { canonicalText } from "../domain/canonical.ts";
import type { Manifest } from "../domain/forms/form.ts";
import type { Transaction } from "./db.ts";
import { partsOf } from "./reach.ts";

/**
 * The Version to which taking the last step back leads; null where there is none. A Version that holds what an earlier one
 * held came of taking steps back, so the next step back leads behind that one.
 */
export async function earlierVersion(
  tx: Transaction,
  submissionId: string,
): Promise<{ readonly number: number; readonly parts: Manifest } | null> {
  const versions = await tx.version.findMany({
    where: { submissionId },
    orderBy: { number: "asc" },
    select: { number: true, manifest: true },
  });
  const stack: { number: number; parts: Manifest; text: string }[] = [];
  for (const { number, manifest } of versions) {
    const parts = partsOf({ manifest });
    const text = canonicalText(parts);
    const back = stack.findIndex((earlier) => earlier.text === text);
    if (back >= 0) stack.length = back + 1;
    else stack.push({ number, parts, text });
  }
  return stack.at(-2) ?? null;
}
