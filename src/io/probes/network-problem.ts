// Knows how to turn an error of Node's network or TLS layer into data that is fit to show.
// May not pass on OpenSSL's own message: it holds a source path and a thread id.

import type { Problem } from './line-stream.ts';

type NetworkError = Error & { code?: string; reason?: string };

export function networkProblem(error: unknown): Problem {
  const { code, reason, message } = toNetworkError(error);
  // Node's words for a peer that ends the connection during the handshake; a reset has the same code, other words.
  if (message.startsWith('Client network socket disconnected')) return { outcome: 'closed' };
  return {
    outcome: 'failed',
    error: code ?? 'UNKNOWN',
    message: reason ?? (isOpenSsl(code) ? (code ?? '') : message),
  };
}

function toNetworkError(error: unknown): NetworkError {
  return error instanceof Error ? error : new Error(String(error));
}

function isOpenSsl(code: string | undefined): boolean {
  return code === undefined || code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_OSSL');
}
