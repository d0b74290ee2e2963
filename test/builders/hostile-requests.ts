/** A request that two parsers could read differently, or that costs more to read than to send. */
export interface HostileRequest {
  readonly name: string;
  readonly text: string;
}

/**
 * What a server has to turn away, for any path that takes a body.
 * @param line the request line, with its end
 * @param fields what a good request would have, without a length, each line with its end
 */
export const hostileRequests = (line: string, fields: string): readonly HostileRequest[] => {
  const chunked = `${line}${fields}transfer-encoding: chunked\r\n\r\n`;
  const sized = (length: string): string => `${line}${fields}content-length${length}\r\n\r\n{}`;
  const also = (field: string): string => `${line}${fields}${field}\r\ncontent-length: 2\r\n\r\n{}`;
  const cases: Readonly<Record<string, string>> = {
    "a length and chunks": `${line}${fields}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    "chunks and a length": `${line}${fields}transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n`,
    "two lengths": `${line}${fields}content-length: 2\r\ncontent-length: 3\r\n\r\n{}x`,
    "a length twice": `${line}${fields}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`,
    "a list of lengths": sized(": 2, 2"),
    "a signed length": sized(": +2"),
    "a hexadecimal length": sized(": 0x2"),
    "a negative length": sized(": -2"),
    "a length of more digits than there are bytes": sized(`: ${"9".repeat(30)}`),
    "a folded field": also("x-a: b\r\n c"),
    "a folded first field": `${line} x-a: b\r\n${fields}content-length: 2\r\n\r\n{}`,
    "a space before the colon": sized(" : 2"),
    "a space in a name": also("x a: b"),
    "no name": also(": b"),
    "a NUL in a value": also("x-a: \0"),
    "a NUL in a name": also("x\0a: b"),
    "bare line feeds": sized(": 2").replaceAll("\r\n", "\n"),
    "a bare line feed in the middle": `${line}host: x\nx-a: b\r\ncontent-length: 2\r\n\r\n{}`,
    "a bare carriage return in a value": also("x-a: b\rc"),
    "an encoding that ends in something else": chunked.replace("chunked", "chunked, gzip") + "0\r\n\r\n",
    "an encoding that only looks like chunked": chunked.replace("chunked", "xchunked") + "0\r\n\r\n",
    "an encoding behind a vertical tab": chunked.replace(" chunked", "\u000bchunked") + "0\r\n\r\n",
    "chunked twice": chunked.replace("chunked", "chunked, chunked") + "0\r\n\r\n",
    "a chunk size that is none": `${chunked}xyz\r\n{}\r\n0\r\n\r\n`,
    "a chunk size beyond any memory": `${chunked}fffffffffffffffff\r\n{}\r\n0\r\n\r\n`,
    "a signed chunk size": `${chunked}-2\r\n{}\r\n0\r\n\r\n`,
    "a chunk size with a prefix": `${chunked}0x2\r\n{}\r\n0\r\n\r\n`,
    "a chunk longer than its size": `${chunked}1\r\n{}\r\n0\r\n\r\n`,
    "a chunk that ends in a bare line feed": `${chunked}2\r\n{}\n0\r\n\r\n`,
    "a chunk size that ends in a bare line feed": `${chunked}2\n{}\r\n0\r\n\r\n`,
    "chunk extensions without end": `${chunked}2;${"a=b;".repeat(10_000)}\r\n{}\r\n0\r\n\r\n`,
    "a chunk extension with a line feed in it": `${chunked}2;a\nb\r\n{}\r\n0\r\n\r\n`,
    "no host": `${line}content-type: application/json\r\ncontent-length: 2\r\n\r\n{}`,
    "another version": sized(": 2").replace("HTTP/1.1", "HTTP/3.0"),
    "no version": sized(": 2").replace(" HTTP/1.1", ""),
    "a method that is none": sized(": 2").replace("POST", "P OST"),
    "a line feed in the path": sized(": 2").replace(" HTTP/1.1", "\nx: y HTTP/1.1"),
  };
  return Object.entries(cases).map(([name, text]) => ({ name, text }));
};
