import { createTransport } from "nodemailer";

export interface Mail {
  /** Addresses, which do not see each other. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface MailSettings {
  /** `smtp:` or `smtps:`, with the account where the server asks for one. */
  readonly server: URL;
  readonly from: string;
}

/** A server that does not answer holds a job, and its turn, no longer than this. */
const PATIENCE_MS = 10_000;

/** Hands mails to a mail server. */
export class SmtpMailer {
  private readonly transport;

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport({
      url: settings.server.href,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  /** Rejects when the server cannot be reached in time, or takes none of the addresses. */
  async send({ to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.settings.from, bcc: [...to], subject, text });
  }
}
