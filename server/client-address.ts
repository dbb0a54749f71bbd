import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

/** The network address of who asks: forwarded headers count only as far as trusted proxies wrote them. */
export const clientAddress = (
  request: IncomingMessage,
  trust: (address: string, hop: number) => boolean,
): string => proxyAddress(request, trust);
