import { OPERABLE } from "./checks-operable.ts";
import { PERCEIVABLE } from "./checks-perceivable.ts";
import { UNDERSTANDABLE } from "./checks-understandable.ts";
import type { ManualCheck } from "./manual-check.ts";

/**
 * The manual checks, kept by hand: one entry for each criterion that was checked on the public pages other than by the
 * tool's rules, with the day and what was done. A criterion that is not here was not checked by hand, and the result page
 * says so.
 */
export const MANUAL_CHECKS: readonly ManualCheck[] = [...PERCEIVABLE, ...OPERABLE, ...UNDERSTANDABLE];

/** A problem that is known and not yet mended. */
export interface OpenFault {
  readonly criterion: string;
  readonly since: string;
  readonly what: { readonly ja: string; readonly en: string };
}

/** The open problems, kept by hand. */
export const OPEN_FAULTS: readonly OpenFault[] = [];
