export interface Mail {
  /** Addresses, which do not see each other. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Hands mails to a mail server. */
export interface Mailer {
  /** Rejects when the server cannot be reached in time, or takes none of the addresses. */
  send(mail: Mail): Promise<void>;
}
