import { createHash, randomBytes } from 'node:crypto';

/** A token for a link: 256 random bits, which fit into an address. Only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url');

/** SHA-256 in hexadecimal. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
