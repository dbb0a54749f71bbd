/** Bytes that can be read anywhere, wherever they are. */
export type Content = { size: number; read: (from: number, length: number) => Promise<Uint8Array> };

export const contentOf = (bytes: Uint8Array): Content => ({
  size: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
});
