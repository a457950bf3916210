import type { Prisma } from "../../prisma/client/client.ts";
import type { PostView } from "../domain/people-view.ts";
import { fromDatabaseDate } from "./dates.ts";

export const named = { id: true, nameJa: true, nameEn: true } as const;

/** Posts with where they are, the newest first. */
export const withPlaces = {
  include: { organization: { select: named }, section: { select: named } },
  orderBy: [{ startsOn: "desc" }, { id: "asc" }],
} satisfies Prisma.User$membershipsArgs;

/** A post as it is shown. */
export function postView(row: Prisma.MembershipGetPayload<typeof withPlaces>): PostView {
  const { id, organization, section, role, postTitle, startsOn, endsOn } = row;
  const dates = { startsOn: fromDatabaseDate(startsOn), endsOn: endsOn && fromDatabaseDate(endsOn) };
  return { id, organization, section, role, postTitle, ...dates };
}
