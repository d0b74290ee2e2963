/** Where one member of an object lies in its text: offsets of the key's opening quote and of the value. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

interface JsonFault {
  /** Offset of the first character that cannot stand there. */
  readonly position: number;
  readonly message: string;
}

export type MembersResult =
  { readonly ok: true; readonly members: readonly JsonMember[] } | { readonly ok: false; readonly fault: JsonFault };

const MAX_DEPTH = 128;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
/** Anything below a space. */
const CONTROL = /[^ -\uffff]/g;
const QUOTE = 0x22;

class Fault extends Error {
  constructor(
    readonly position: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Walks a JSON text once, checking all of it, and keeps only where the members of its outermost object lie. The text may
 * be the Latin-1 reading of UTF-8 bytes: no ASCII byte occurs inside a multibyte character, so offsets are byte offsets.
 * Strings are skipped by native searches; the next backslash and the next control character are looked up once each.
 */
class Walk {
  private at = 0;
  private nextBackslash: number;
  private nextControl = -1;

  constructor(private readonly text: string) {
    this.nextBackslash = this.find("\\", 0);
  }

  members(): JsonMember[] {
    const found: JsonMember[] = [];
    this.space();
    if (this.text.charCodeAt(this.at) !== 0x7b) this.fail("a JSON object is expected");
    this.object(1, found);
    this.space();
    if (this.at < this.text.length) this.fail("nothing may follow the object");
    return found;
  }

  private find(needle: string, from: number): number {
    const index = this.text.indexOf(needle, from);
    return index === -1 ? this.text.length : index;
  }

  private fail(message: string, position = this.at): never {
    throw new Fault(position, message);
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private value(depth: number): void {
    if (depth > MAX_DEPTH) this.fail(`nested deeper than ${MAX_DEPTH}`);
    switch (this.text.charCodeAt(this.at)) {
      case QUOTE:
        return this.string();
      case 0x7b:
        return this.object(depth + 1, null);
      case 0x5b:
        return this.array(depth + 1);
      case 0x74:
        return this.word("true");
      case 0x66:
        return this.word("false");
      case 0x6e:
        return this.word("null");
      default:
        return this.number();
    }
  }

  private word(word: string): void {
    if (!this.text.startsWith(word, this.at)) this.fail("a value is expected");
    this.at += word.length;
  }

  private number(): void {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match === null) this.fail(this.at < this.text.length ? "a value is expected" : "the text ends too early");
    this.at += match[0].length;
  }

  private string(): void {
    const start = this.at;
    let end = this.find('"', start + 1);
    if (this.nextBackslash <= start) this.nextBackslash = this.find("\\", start + 1);
    while (this.nextBackslash < end) {
      ESCAPE.lastIndex = this.nextBackslash + 1;
      const escape = ESCAPE.exec(this.text);
      if (escape === null) this.fail("an escape sequence is expected", this.nextBackslash);
      const after = this.nextBackslash + 1 + escape[0].length;
      if (after > end) end = this.find('"', after);
      this.nextBackslash = this.find("\\", after);
    }
    this.refuseControl(start, end);
    if (end >= this.text.length) this.fail("the string is not closed", start);
    this.at = end + 1;
  }

  private refuseControl(start: number, end: number): void {
    if (this.nextControl < start) {
      CONTROL.lastIndex = start;
      const match = CONTROL.exec(this.text);
      this.nextControl = match === null ? this.text.length : match.index;
    }
    if (this.nextControl < end) this.fail("a control character must be escaped", this.nextControl);
  }

  private array(depth: number): void {
    this.at += 1;
    this.space();
    if (this.closes(0x5d)) return;
    for (;;) {
      this.value(depth);
      this.space();
      if (this.closes(0x5d)) return;
      this.comma("]");
    }
  }

  private object(depth: number, found: JsonMember[] | null): void {
    this.at += 1;
    this.space();
    if (this.closes(0x7d)) return;
    for (;;) {
      const keyStart = this.at;
      if (this.text.charCodeAt(keyStart) !== QUOTE) this.fail("a quoted name is expected");
      this.string();
      const keyEnd = this.at;
      this.space();
      if (this.text.charCodeAt(this.at) !== 0x3a) this.fail('":" is expected');
      this.at += 1;
      this.space();
      const valueStart = this.at;
      this.value(depth);
      found?.push({ key: this.name(keyStart, keyEnd), keyStart, valueStart, valueEnd: this.at });
      this.space();
      if (this.closes(0x7d)) return;
      this.comma("}");
    }
  }

  /** A name with escapes is read as every parser behind us reads it, so that `"mod\\u0065l"` hides nothing. */
  private name(start: number, end: number): string {
    const raw = this.text.slice(start + 1, end - 1);
    return raw.includes("\\") ? String(JSON.parse(`"${raw}"`)) : raw;
  }

  private closes(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  private comma(or: string): void {
    if (this.text.charCodeAt(this.at) !== 0x2c) {
      this.fail(this.at < this.text.length ? `"," or "${or}" is expected` : "the text ends too early");
    }
    this.at += 1;
    this.space();
  }
}

/** Members of the object that `text` is, in order, duplicates included; or the first fault with its position. */
export const scanMembers = (text: string): MembersResult => {
  try {
    return { ok: true, members: new Walk(text).members() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { position: error.position, message: error.message } };
    throw error;
  }
};
