/** Requests up to this size are copied into one buffer and one write; larger bodies are written as they lie. */
const ONE_WRITE_BYTES = 16 * 1024;

/** Head and body of a request as buffers to write. `prefix` is the head's fixed part, with its last line break. */
export const requestBytes = (
  prefix: string,
  headers: Readonly<Record<string, string>>,
  body: readonly Buffer[],
): readonly Buffer[] => {
  let length = 0;
  for (const part of body) length += part.length;
  let head = prefix;
  for (const name in headers) head += `${name}: ${headers[name] ?? ""}\r\n`;
  head += `content-length: ${length}\r\n\r\n`;
  if (length > ONE_WRITE_BYTES) return [Buffer.from(head, "latin1"), ...body];
  const whole = Buffer.allocUnsafe(head.length + length);
  let at = whole.write(head, 0, "latin1");
  for (const part of body) at += part.copy(whole, at);
  return [whole];
};
