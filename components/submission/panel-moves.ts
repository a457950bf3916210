/** The moves that have a form of their own, in the order in which they are offered. Saving and submitting are the sheet's. */
export const PANEL_MOVES = ["approve", "return", "recall", "revoke", "reopen", "discard"] as const;
export type PanelMove = (typeof PANEL_MOVES)[number];

/** Whether a pressed button was one of the panel's. */
export function isPanelMove(intent: string): intent is PanelMove {
  return (PANEL_MOVES as readonly string[]).includes(intent);
}
