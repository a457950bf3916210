import type { CalendarDate } from "./fiscal-year.ts";
import type { Phase, TargetType } from "./forms/form.ts";
import type { NoticeKind } from "./notice-kind.ts";

/** One thing that a person was told, with what is needed to say it and to lead there. */
export interface NoticeLine {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly createdAt: Date;
  /** What it is about; null for what is no organisation's. */
  readonly policy: {
    readonly id: string;
    readonly slug: string;
    readonly nameJa: string;
    readonly nameEn: string;
    readonly fiscalYear: number;
  } | null;
  readonly phase: Phase | null;
  readonly submissionId: string | null;
  /** The readers' question that it is about. */
  readonly questionId: string | null;
  readonly target: { readonly type: TargetType; readonly code: string | null; readonly title: string | null } | null;
  readonly dueOn: CalendarDate | null;
  readonly subjectId: string;
  /** Numbers and codes that came with it. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}
