import type { Hash } from "../domain/canonical.ts";
import type { Problem, Typed } from "../domain/forms/sheet.ts";
import type { Conflict } from "../domain/merge.ts";
import type { RefusalCode } from "../domain/refusal.ts";

/** What a form comes back with when it did not lead on: everything typed, and what to say about it. */
export interface FormState {
  /** What was typed, by the name of the control; passwords are never among it. */
  readonly typed: Typed;
  readonly refusal: RefusalCode | null;
  readonly problems: readonly Problem[];
  /** The session ended, or is another person's: the form shows the fields for signing in. */
  readonly signIn: boolean;
  /** Where one press did several things: what became of each. */
  readonly results?: readonly Result[];
  /** Something that was made by the press and can be shown this once. */
  readonly made?: string;
  /** What a check of the archive found; `broken` names the first record that is not as it was written. */
  readonly verdict?: {
    readonly checked: { parts: number; versions: number; editions: number; events: number; policies: number };
    readonly broken: string | null;
  };
  /** Where the sheet stands that was sent, where it was saved or met another's changes. */
  readonly writing?: Writing | undefined;
}

/** A sheet's form after it was sent: what it shows now and what that is based on. */
export interface Writing {
  /** A Version holds what the form shows. */
  readonly saved: boolean;
  readonly base: Hash | null;
  readonly lockVersion: number;
  /** What the form shows now: mine, with what could be taken of theirs. */
  readonly typed: Typed;
  readonly conflicts: readonly Conflict[];
  /** The fields in which something of theirs was taken. */
  readonly taken: readonly string[];
  /** Who had saved meanwhile. */
  readonly authors: readonly string[];
}

/** What became of one of several things that were asked for at once; `refusal` is null where it was done. */
export interface Result {
  readonly id: string;
  readonly label: string;
  readonly refusal: RefusalCode | null;
}

/** An action as a form takes it: without script the whole page comes back with the state, with script only the state. */
export type FormAction = (previous: FormState | null, formData: FormData) => Promise<FormState>;

/** Controls that belong to the sending, not to the sheet, begin with an underscore, which no field of a form does. */
export const ENVELOPE = {
  /** What makes sending twice harmless. */
  key: "_key",
  language: "_lang",
  /** Whoever the form was drawn for; nobody else may send it. */
  writer: "_writer",
  submission: "_submission",
  lockVersion: "_lockVersion",
  /** The Version that the form was drawn from; empty where nothing was saved yet. */
  base: "_base",
  /** The pages whose kept text the form contains, with spaces between. */
  writings: "_writings",
  /** Which button was pressed. */
  intent: "_intent",
  /** What a sheet's form needs to be drawn again when its reader is not signed in any more. */
  form: "_form",
  target: "_target",
  phase: "_phase",
  version: "_version",
  comment: "_comment",
  decisionNumber: "_decisionNumber",
  decisionDate: "_decisionDate",
  email: "_email",
  /** Every control whose name begins like this one holds a password, which is never sent back. */
  password: "_password",
  oldPassword: "_passwordOld",
  newPassword: "_passwordNew",
  newPasswordAgain: "_passwordAgain",
} as const;

/** The control for a remark on one field. */
export const remarkName = (field: string): string => `_remark.${field}`;

/** The control by which one of several submissions is picked. */
export const pickName = (submissionId: string): string => `_pick.${submissionId}`;
