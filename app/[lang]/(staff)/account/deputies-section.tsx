import { randomUUID } from "node:crypto";
import { DeputiesForm } from "@/components/deciding/deputies-form.tsx";
import { deputiesFor } from "@/lib/data/delegations.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import type { Language } from "@/lib/words/languages.ts";
import { deputies } from "./deputies-actions.ts";

/** Who decides in a manager's place; nothing for people who have no manager's post and coordinate none. */
export async function DeputiesSection({ lang, actor, at = "" }: { lang: Language; actor: Actor; at?: string }) {
  const posts = await deputiesFor(actor);
  if (posts.length === 0) return null;
  return (
    <DeputiesForm lang={lang} action={deputies} posts={posts} writer={actor.userId} formKey={randomUUID()} at={at} />
  );
}
