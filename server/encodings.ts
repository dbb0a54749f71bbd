import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';
type Compressing = Exclude<Encoding, 'identity'>;

const brotli = (body: Buffer, quality: number): Promise<Buffer> =>
  promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** Within a millisecond or two, for who waits. */
export const quickly = (encoding: Compressing, body: Buffer): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, 4) : promisify(gzip)(body, { level: 6 });

/** As small as it gets. */
export const compressed = (encoding: Compressing, body: Buffer): Promise<Buffer> =>
  encoding === 'br' ? brotli(body, 11) : promisify(gzip)(body, { level: 9 });

const known = new Map<string, Encoding>();
const MOST_KNOWN = 100;

/** The best encoding that a request accepts (RFC 9110, 12.5.3). Browsers send a handful of headers, which are remembered. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const before = known.get(header);
  if (before) return before;
  const best = bestOf(header);
  if (known.size < MOST_KNOWN && header.length < 200) known.set(header, best);
  return best;
}

function bestOf(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const takes = (name: Encoding) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}
