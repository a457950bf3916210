import { hashPassword } from "../../lib/auth/password.ts";
import type { Clock } from "../../lib/data/clock.ts";
import { db } from "../../lib/data/db.ts";
import { actorOf, createFirstAdministrator, createUser } from "../../lib/data/people.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { DEMO_ADMINISTRATOR, DEMO_PASSWORD } from "./accounts.ts";

/** Who sets the demo up: its administrator, added where missing. */
export async function administrator(clock: Clock): Promise<Actor> {
  const { email, name } = DEMO_ADMINISTRATOR;
  const existing = await db().user.findUnique({ where: { email } });
  const anyAdministrator = await db().user.findFirst({ where: { administrator: true } });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  if (!existing && !anyAdministrator) await createFirstAdministrator({ email, name, passwordHash }, clock);
  const acting = await actorOf(existing?.id ?? anyAdministrator?.id ?? (await idOf(email)));
  if (!acting) throw new Error("the demo's administrator is disabled");
  if (!existing && anyAdministrator) {
    await createUser(acting, { email, name, passwordHash, administrator: true }, clock);
  }
  return acting;
}

/** The id of the person with an address. */
export async function idOf(email: string): Promise<string> {
  return (await db().user.findUniqueOrThrow({ where: { email } })).id;
}
