/** One way from client to model server that the bench measures. */
export interface Subject {
  readonly name: string;
  /** With version, as it is printed beside figures. */
  readonly title: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  /** Processes whose CPU time is the proxy's own; none when there is no proxy. */
  readonly pids: readonly number[];
  /** Processes that work beside the request path, counted apart. */
  readonly besides?: { readonly name: string; readonly pids: readonly number[] };
  /** What its last event holds when that is not OpenAI's end mark. */
  readonly endMark?: string;
  /** The request in the subject's own words, when they are not OpenAI's. */
  readonly bodyOf?: (chat: ChatBody) => object;
  stop(): Promise<void>;
}

/** The chat request that every subject is asked. */
export interface ChatBody {
  readonly model: string;
  readonly seed: number;
  readonly stream: boolean;
  readonly stream_options: { readonly include_usage: boolean };
  readonly max_tokens: number;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** A subject that cannot run here, and why: said in the output, never passed over. */
export interface Absent {
  readonly name: string;
  readonly absent: string;
}

export const JSON_HEADERS = { "content-type": "application/json" };
