import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server of this computer, with a store that knows a mail by its Message-ID, as mail stores do. */
export interface MailStore {
  readonly url: string;
  /** Every mail by its Message-ID. */
  readonly mails: ReadonlyMap<string, ParsedMail>;
  /** How often anything was delivered, the same mail twice included. */
  deliveries(): number;
  /** Called for each mail after it was taken in, before the sender hears so. */
  onTaken: () => Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a port (0: any free one). */
export async function startMailStore(port = 0): Promise<MailStore> {
  const mails = new Map<string, ParsedMail>();
  let deliveries = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      simpleParser(stream).then(async (mail) => {
        deliveries += 1;
        mails.set(mail.messageId ?? "", mail);
        await store.onTaken();
        done();
      }, done);
    },
  });
  // Clients that are killed leave broken connections behind.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const store: MailStore = {
    url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : port}`,
    mails,
    deliveries: () => deliveries,
    onTaken: async () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return store;
}
