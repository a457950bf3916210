import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import type { TargetType } from "../domain/forms/form.ts";
import { noticeKind } from "../domain/notice-kind.ts";
import type { NoticeLine } from "../domain/notice-line.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { GIVEN_UP } from "./mail-state.ts";
import { itemsOf } from "./question-lists.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN_DAYS = 30;

/** What a person was told in the last thirty days, the newest first; at most so many. */
export async function noticesOf(actor: Actor, most = 8, clock: Clock = systemClock): Promise<NoticeLine[]> {
  const now = clock();
  const rows = await db().outbox.findMany({
    where: {
      userId: actor.userId,
      kind: { not: "password-link" },
      createdAt: { gte: new Date(now.getTime() - SHOWN_DAYS * DAY_MS), lte: now },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: most,
  });
  return noticeLines(rows);
}

/** How many mails to a person could not be delivered in the last thirty days. */
export async function undeliveredTo(actor: Actor, clock: Clock = systemClock): Promise<number> {
  const since = new Date(clock().getTime() - SHOWN_DAYS * DAY_MS);
  return db().mail.count({ where: { userId: actor.userId, failure: GIVEN_UP, createdAt: { gte: since } } });
}

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const named = { select: { code: true, title: true } } as const;
/** What of a policy everything that is told names. */
export const policyColumns = {
  select: { id: true, fiscalYear: true, organization: { select: { slug: true, nameJa: true, nameEn: true } } },
} as const;

interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly createdAt: Date;
}

/** Outbox rows with what they speak of, in the same order. For whoever may see them: the person told, and the worker. */
export async function noticeLines(rows: readonly OutboxRow[]): Promise<NoticeLine[]> {
  const idsOf = (type: string) => rows.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const submissions = await db().submission.findMany({
    where: { id: { in: idsOf("submission") } },
    include: { policy: policyColumns, issue: named, strategy: named, initiative: named, reformItem: named },
  });
  const rounds = await db().round.findMany({
    where: { id: { in: idsOf("round") } },
    include: { policy: policyColumns },
  });
  const questions = await db().question.findMany({
    where: { id: { in: idsOf("question") } },
    select: { id: true, targetId: true, policy: policyColumns },
  });
  const asked = await itemsOf(questions.flatMap(({ targetId }) => targetId ?? []));
  const policies = await db().policy.findMany({ where: { id: { in: idsOf("policy") } }, ...policyColumns });
  return rows.flatMap((row) => {
    const kind = noticeKind.safeParse(row.kind);
    const told = detail.safeParse(JSON.parse(row.detail));
    if (!kind.success || !told.success) return [];
    const submission = submissions.find(({ id }) => id === row.subjectId);
    const round = rounds.find(({ id }) => id === row.subjectId);
    const question = questions.find(({ id }) => id === row.subjectId);
    const item = asked.get(question?.targetId ?? "");
    const policy =
      submission?.policy ?? round?.policy ?? question?.policy ?? policies.find(({ id }) => id === row.subjectId);
    const { due } = told.data;
    return [
      {
        id: row.id,
        kind: kind.data,
        createdAt: row.createdAt,
        policy: policy ? { id: policy.id, fiscalYear: policy.fiscalYear, ...policy.organization } : null,
        phase: submission?.phase ?? round?.phase ?? null,
        submissionId: submission?.id ?? null,
        questionId: question?.id ?? null,
        target: submission
          ? targetLine(submission)
          : item
            ? { type: item.type, code: item.code, title: item.title }
            : null,
        dueOn: typeof due === "string" ? due : null,
        subjectId: row.subjectId,
        detail: told.data,
      },
    ];
  });
}

type Item = { readonly code: string; readonly title: string } | null;

/** What a submission is about, by its code and title. */
export function targetLine(
  row: Readonly<Record<Exclude<TargetType, "policy">, Item>>,
): NonNullable<NoticeLine["target"]> {
  for (const type of ["issue", "strategy", "initiative", "reformItem"] as const) {
    const found = row[type];
    if (found) return { type, code: found.code, title: found.title };
  }
  return { type: "policy", code: null, title: null };
}
