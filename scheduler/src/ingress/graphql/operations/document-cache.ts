import { parse, specifiedRules, validate } from "graphql";
import type { DocumentNode, GraphQLError, GraphQLSchema, Source } from "graphql";
import { depthLimit } from "./depth-limit.js";

/** Above this many tokens a query is refused before it is parsed further; the longest useful one has about a hundred. */
const MAX_TOKENS = 1_500;
const MAX_DOCUMENTS = 200;
/** Longer texts hold literals that do not come again. */
const MAX_CACHED_LENGTH = 4_000;
const RULES = [...specifiedRules, depthLimit];

/** Parses and validates each query text once: applications send the same few all day. */
export class DocumentCache {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws the parser's `GraphQLError`. */
  readonly parse = (source: string | Source): DocumentNode => {
    const text = typeof source === "string" ? source : source.body;
    const known = this.documents.get(text);
    if (known !== undefined) return known;
    const document = parse(text, { maxTokens: MAX_TOKENS });
    if (text.length <= MAX_CACHED_LENGTH) this.keep(text, document);
    return document;
  };

  readonly validate = (_: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
    const known = this.verdicts.get(document);
    if (known !== undefined) return known;
    const errors = validate(this.schema, document, RULES);
    this.verdicts.set(document, errors);
    return errors;
  };

  private keep(text: string, document: DocumentNode): void {
    const oldest = this.documents.keys().next();
    if (this.documents.size >= MAX_DOCUMENTS && !oldest.done) this.documents.delete(oldest.value);
    this.documents.set(text, document);
  }
}
