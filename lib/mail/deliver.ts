import { type Clock, systemClock } from "../data/clock.ts";
import { markFailed, markSent, takeMail } from "../data/mails.ts";
import { mailText } from "./mail-text.ts";
import type { Postman } from "./outgoing.ts";

/** How the sending of waiting mails went. */
export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  readonly givenUp: number;
}

/**
 * Sends every mail that waits, one after the other. A mail is marked as sent right after the server took it; should
 * the process die in between, it goes out again as the same mail (same Message-ID), which mail stores recognise.
 * `goOn` is asked before each.
 */
export async function deliverMails(
  postman: Postman,
  site: string,
  goOn: () => boolean = () => true,
  clock: Clock = systemClock,
): Promise<Delivered> {
  const count = { sent: 0, failed: 0, givenUp: 0 };
  while (goOn()) {
    const mail = await takeMail(clock);
    if (!mail) break;
    const { id, to, createdAt, notices } = mail;
    const reason = await postman
      .send({ id, to, date: createdAt, ...mailText({ name: to.name, notices }, site) })
      .then(() => null, reasonOf);
    if (reason === null) {
      await markSent(id, clock);
      count.sent += 1;
    } else if (await markFailed(id, reason, clock)) count.givenUp += 1;
    else count.failed += 1;
    // Without an answer from the server the next mail would only wait as long for nothing.
    if (reason !== null && !/^\d+$/.test(reason)) break;
  }
  return count;
}

/** The server's own code, or the connection's; no address and no text of the mail. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? "unknown");
}
