/** The failure of a mail that is not tried any more. */
export const GIVEN_UP = "given-up";
