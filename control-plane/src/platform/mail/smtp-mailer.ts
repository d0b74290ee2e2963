import { createTransport } from "nodemailer";
import type { Mail, Mailer } from "./mailer.port.js";

export interface MailSettings {
  /** `smtp:` or `smtps:`, with the account where the server asks for one. */
  readonly server: URL;
  readonly from: string;
}

/** A server that does not answer holds a job, and its turn, no longer than this. */
const PATIENCE_MS = 10_000;

export class SmtpMailer implements Mailer {
  private readonly transport;

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport({
      url: settings.server.href,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.settings.from, bcc: [...to], subject, text });
  }
}
