import type { IncomingHttpHeaders } from 'node:http';

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

/**
 * Whether a browser opened this from a page of ours. Browsers send cookies with any page's sockets and ask nobody before, so the page is
 * the one thing that tells ours from another's; who says none is refused.
 */
export function isOurPage({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>, publicUrl: string): boolean {
  const page = origin === undefined ? null : hostOf(origin);
  return page !== null && (page === host || new URL(publicUrl).origin === origin);
}
