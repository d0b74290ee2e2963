import { expect, it } from "vitest";
import { answerTo } from "./scripted-answer.ts";

it("is a complete chunked stream: 50 pieces of content, usage, the end mark", () => {
  const text = answerTo("POST /v1/chat/completions HTTP/1.1").toString();
  const chunks = [...text.matchAll(/([0-9a-f]+)\r\n(data: [^\n]*\n\n)\r\n/g)];
  expect(chunks.map(([, size = "", data = ""]) => Number.parseInt(size, 16) - Buffer.byteLength(data))).toEqual(
    Array.from({ length: 53 }, () => 0),
  );
  expect(text.match(/"content":"word/g)).toHaveLength(50);
  expect(text).toContain('"completion_tokens":50');
  expect(text.endsWith("data: [DONE]\n\n\r\n0\r\n\r\n")).toBe(true);
});
