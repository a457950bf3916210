import { wasDone } from "../data/administer.ts";
import type { Actor } from "../domain/actor.ts";

/** What the address says was just done, if the record agrees; and a name for the forms drawn after it. */
export async function justDone(
  actor: Actor,
  query: { readonly done?: string | string[] | undefined; readonly at?: string | string[] | undefined },
): Promise<{ done: string | null; at: string }> {
  const at = typeof query.at === "string" ? query.at : "";
  const done = typeof query.done === "string" && (await wasDone(actor, at)) ? query.done : null;
  return { done, at };
}
