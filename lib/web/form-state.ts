import type { Problem, Typed } from "../domain/forms/sheet.ts";
import type { RefusalCode } from "../domain/refusal.ts";

/** What a form comes back with when it did not lead on: everything typed, and what to say about it. */
export interface FormState {
  /** What was typed, by the name of the control; passwords are never among it. */
  readonly typed: Typed;
  readonly refusal: RefusalCode | null;
  readonly problems: readonly Problem[];
  /** The session ended, or is another person's: the form shows the fields for signing in. */
  readonly signIn: boolean;
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
  password: "_password",
} as const;

/** The control for a remark on one field. */
export const remarkName = (field: string): string => `_remark.${field}`;
