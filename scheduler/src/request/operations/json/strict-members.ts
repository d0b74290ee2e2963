import { scanMembers } from "../../../kernel/json-members.js";
import type { JsonMember } from "../../../kernel/json-members.js";
import { refusal } from "../../../kernel/refusal.js";
import type { InferenceRefusal } from "../../../kernel/refusal.js";
import type { Span } from "../operation.js";

const WHOLE_NUMBER = /^(?:0|[1-9][0-9]{0,8})$/;
const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}$/;

/** A body that is not what it has to be; `position` in bytes. */
export class Malformed extends Error {
  constructor(
    message: string,
    readonly param: string | null,
    readonly position: number | null,
  ) {
    super(message);
  }
}

const membersOf = (text: string, offset: number): readonly JsonMember[] => {
  const result = scanMembers(text);
  if (result.ok) return result.members;
  const position = offset + result.fault.position;
  throw new Malformed(`The body is not valid JSON: ${result.fault.message} at byte ${position}.`, null, position);
};

const spanOf = (member: JsonMember | undefined): Span | null =>
  member === undefined ? null : { start: member.valueStart, end: member.valueEnd };

/**
 * Members of a JSON object on which a decision depends, each with one meaning whatever parser stands behind: two parsers
 * may disagree on which of two equal names counts, so there may be only one. Everything else is the model server's business.
 */
export class StrictMembers<Name extends string> {
  private readonly all: readonly JsonMember[];
  private readonly decisive = new Map<string, JsonMember>();

  /** `text`: the body as Latin-1, so that positions are bytes. */
  constructor(
    private readonly text: string,
    names: readonly Name[],
  ) {
    this.all = membersOf(text, 0);
    for (const member of this.all) {
      if (!names.includes(member.key as Name)) continue;
      if (this.decisive.has(member.key))
        throw new Malformed(`${member.key} is given twice`, member.key, member.keyStart);
      this.decisive.set(member.key, member);
    }
  }

  /** The name of the model, and where it stands. */
  model(name: Name): { readonly model: string; readonly modelSpan: Span } {
    const member = this.get(name);
    if (member === null) throw new Malformed(`${name} is missing`, name, null);
    const raw = this.raw(member);
    const value: unknown = raw.startsWith('"') ? JSON.parse(Buffer.from(raw, "latin1").toString()) : null;
    if (typeof value !== "string") throw new Malformed(`${name} must be a string`, name, member.valueStart);
    if (!MODEL_NAME.test(value)) throw new Malformed(`${name} is not a model's name`, name, member.valueStart);
    return { model: value, modelSpan: { start: member.valueStart, end: member.valueEnd } };
  }

  /** False when it is absent or null. */
  flag(name: Name): boolean {
    const member = this.get(name);
    if (member === null) return false;
    const raw = this.raw(member);
    if (raw !== "true" && raw !== "false")
      throw new Malformed(`${name} must be true or false`, name, member.valueStart);
    return raw === "true";
  }

  /** `null` when it is absent or null. */
  count(name: Name, least: number): number | null {
    const member = this.get(name);
    if (member === null) return null;
    const raw = this.raw(member);
    if (WHOLE_NUMBER.test(raw) && Number(raw) >= least) return Number(raw);
    throw new Malformed(`${name} must be a whole number, at least ${least}`, name, member.valueStart);
  }

  /** Where a flag inside an object stands, and its value; `null` when either is absent. */
  innerFlag(name: Name, inner: string): { readonly value: boolean; readonly span: Span } | null {
    const member = this.get(name);
    if (member === null) return null;
    const raw = this.raw(member);
    if (!raw.startsWith("{")) throw new Malformed(`${name} must be an object`, name, member.valueStart);
    const [found, again] = membersOf(raw, member.valueStart).filter(({ key }) => key === inner);
    if (again !== undefined) throw new Malformed(`${name}.${inner} is given twice`, name, member.valueStart);
    if (found === undefined) return null;
    const value = raw.slice(found.valueStart, found.valueEnd);
    if (!["true", "false", "null"].includes(value))
      throw new Malformed(`${name}.${inner} must be true or false`, name, member.valueStart);
    const start = member.valueStart + found.valueStart;
    return { value: value === "true", span: { start, end: start + value.length } };
  }

  /** Where a member's value stands, null included; `null` when it is absent. */
  span(name: Name): Span | null {
    return spanOf(this.decisive.get(name));
  }

  /** The same of any member; of equal names the last, as parsers read them. */
  lastSpan(name: string): Span | null {
    return spanOf(this.all.findLast(({ key }) => key === name));
  }

  private get(name: Name): JsonMember | null {
    const member = this.decisive.get(name);
    return member === undefined || this.raw(member) === "null" ? null : member;
  }

  private raw(member: JsonMember): string {
    return this.text.slice(member.valueStart, member.valueEnd);
  }
}

/** Reads by an action that throws `Malformed`: what it answered, or the refusal. */
export const readStrictly = <Read>(
  action: () => Read,
): { readonly ok: true; readonly read: Read } | { readonly ok: false; readonly refusal: InferenceRefusal } => {
  try {
    return { ok: true, read: action() };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const details = error.position === null ? undefined : { position: error.position };
    return { ok: false, refusal: refusal("body.malformed", error.message, { param: error.param, details }) };
  }
};
