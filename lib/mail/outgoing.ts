import nodemailer from "nodemailer";

/** Where mail goes out, and as whom. */
export interface MailSettings {
  /** smtp://user:password@host:port, or smtps://… */
  readonly url: string;
  readonly from: string;
  /** Where the application is reached: the addresses in mails begin with it. */
  readonly site: string;
}

/** The settings SMTP_URL, MAIL_FROM and NEXTAUTH_URL; null where mail is not set up, and then none is made. */
export function mailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, NEXTAUTH_URL: site } = environment;
  if (!url || !site) return null;
  return { url, site, from: from || `Hoshin <hoshin@${new URL(site).hostname}>` };
}

export interface OutgoingMail {
  /** What makes the same mail the same mail wherever it arrives, however often it is sent. */
  readonly id: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
}

export interface Postman {
  /** Resolves when the server has taken the mail; rejects when it has not. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 20_000;

/** The way to the SMTP server. The only place that opens it. */
export function openPostman({ url, from }: MailSettings): Postman {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  return {
    async send({ id, to, date, subject, text }) {
      await transport.sendMail({
        messageId: `<${id}@${host}>`,
        date,
        from,
        to: { name: to.name, address: to.email },
        subject,
        text,
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
    },
    close: () => transport.close(),
  };
}
