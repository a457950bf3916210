/** The form that the board's buttons send, by their `form`: it reminds one section, or all. */
export const REMIND_FORM = "remind-form";
