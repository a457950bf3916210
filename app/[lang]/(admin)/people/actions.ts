"use server";

import { noPassword } from "@/lib/auth/password.ts";
import { disableUser, enableUser } from "@/lib/data/disabling.ts";
import { addMembership, endMembership } from "@/lib/data/memberships.ts";
import { makePasswordLink } from "@/lib/data/password-links.ts";
import { changeUser, createUser, email, setAdministrator } from "@/lib/data/people.ts";
import { type Actor, ROLES } from "@/lib/domain/actor.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { personPath } from "@/lib/web/paths.ts";
import { besideField, readForm } from "@/lib/web/typed-fields.ts";

type Done = (userId: string) => Answer;

/** Every button of the people's pages. */
export async function people(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const intent = typed[ENVELOPE.intent] ?? "";
    const key = typed[ENVELOPE.key] ?? "";
    const userId = readForm(typed).raw("userId");
    const done: Done = (id) => ({ to: personPath(languageOf(typed), id, { done: intent, at: key }) });
    switch (intent) {
      case "create-person":
      case "change-person":
        return describePerson(actor, typed, key, done);
      case "make-administrator":
      case "unmake-administrator":
        await setAdministrator(actor, { userId, administrator: intent === "make-administrator", key });
        return done(userId);
      case "add-post":
        return addPost(actor, typed, key, done);
      case "end-post":
        return endPost(actor, typed, key, done);
      case "make-link":
        await makePasswordLink(actor, { userId, key });
        return done(userId);
      case "disable-person":
        await disableUser(actor, userId, undefined, { ...successionOf(typed), key });
        return done(userId);
      case "enable-person":
        await enableUser(actor, { userId, key });
        return done(userId);
      default:
        throw new Refusal("invalid-draft");
    }
  });
}

async function describePerson(actor: Actor, typed: Typed, key: string, done: Done): Promise<Answer> {
  const read = readForm(typed);
  const given = {
    name: read.text("name", 100),
    email: read.shaped("email", 254, (text) => email.safeParse(text).success),
  };
  if (read.problems.length > 0) return { problems: read.problems };
  return besideField("already-exists", { field: read.nameOf("email"), code: "taken" }, async () => {
    if (typed[ENVELOPE.intent] === "change-person") {
      return done((await changeUser(actor, { userId: read.raw("userId"), ...given, key })).id);
    }
    const administrator = read.checked("administrator");
    const { id } = await createUser(actor, { ...given, administrator, passwordHash: await noPassword(), key });
    // A key of its own, made from the form's: sent twice, it makes one link.
    await makePasswordLink(actor, { userId: id, key: `${key}-link` });
    return done(id);
  });
}

async function addPost(actor: Actor, typed: Typed, key: string, done: Done): Promise<Answer> {
  const read = readForm(typed);
  // "organisation" or "organisation section".
  const [organizationId = "", sectionId = null] = read.text("place", 80).split(" ");
  const post = {
    userId: read.raw("userId"),
    organizationId,
    sectionId,
    role: read.choice("role", ROLES),
    postTitle: read.text("postTitle", 100),
    startsOn: read.date("startsOn"),
    endsOn: read.optionalDate("endsOn"),
  };
  if (post.endsOn !== null && post.startsOn !== "" && post.endsOn < post.startsOn) read.report("endsOn", "date-order");
  if (read.problems.length > 0) return { problems: read.problems };
  return besideField("already-exists", { field: read.nameOf("place"), code: "held" }, async () => {
    await addMembership(actor, { ...post, key });
    return done(post.userId);
  });
}

async function endPost(actor: Actor, typed: Typed, key: string, done: Done): Promise<Answer> {
  const read = readForm(typed);
  const endsOn = read.date("endsOn");
  if (read.problems.length > 0) return { problems: read.problems };
  const input = { membershipId: read.raw("membershipId"), endsOn, ...successionOf(typed), key };
  return besideField("invalid-draft", { field: read.nameOf("endsOn"), code: "date-order" }, async () => {
    await endMembership(actor, input);
    return done(read.raw("userId"));
  });
}

function successionOf(typed: Typed): { successorId: string | null; leave: boolean } {
  const read = readForm(typed);
  return { successorId: read.raw("successor") || null, leave: read.checked("leave") };
}
