import type { Hash } from "../domain/canonical.ts";
import { TIMELINE_KINDS, type TimelineLine } from "../domain/submission-view.ts";
import { db } from "./db.ts";
import { readParts } from "./parts.ts";

interface Detail {
  readonly comment?: Hash | null;
  readonly version?: Hash | null;
  readonly deputy?: boolean;
}

/** What happened to a submission, the newest first, read from its Events. */
export async function timelineOf(submissionId: string): Promise<TimelineLine[]> {
  const events = await db().event.findMany({
    where: { subjectType: "submission", subjectId: submissionId },
    orderBy: { number: "desc" },
  });
  const details = events.map((event) => JSON.parse(event.detail) as Detail);
  const comments = await readParts(details.flatMap((detail) => detail.comment ?? []));
  const actorIds = events.flatMap((event) => event.actorId ?? []);
  const users = await db().user.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } });
  const posts = await db().membership.findMany({
    where: { id: { in: events.flatMap((event) => event.membershipId ?? []) } },
    select: { id: true, postTitle: true },
  });
  return events.flatMap((event, index) => {
    const move = TIMELINE_KINDS.find((candidate) => candidate === event.kind);
    if (!move) return [];
    const comment = comments.get(details[index]?.comment ?? "");
    return [
      {
        number: event.number,
        move,
        deputy: details[index]?.deputy === true,
        version: details[index]?.version ?? null,
        actor: users.find((user) => user.id === event.actorId)?.name ?? "",
        postTitle: posts.find((post) => post.id === event.membershipId)?.postTitle ?? null,
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        comment: comment?.type === "comment" ? comment : null,
      },
    ];
  });
}
