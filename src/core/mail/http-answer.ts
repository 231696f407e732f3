// Knows the shape of what an HTTPS server answered. Plain, serialisable data. May not judge.

/** What an HTTPS server answered to a request without credentials. Its body is not kept. */
export type HttpAnswer = {
  method: 'GET';
  path: string;
  status: number;
  /** The reason phrase, in the server's own words. */
  reason: string;
  /** `WWW-Authenticate`, one entry a challenge as it came (RFC 9110 §11.6.1). */
  authenticate: string[];
  server?: string;
  /** Where a redirect leads. It was not followed. */
  location?: string;
  /** Others that tell which server of Exchange answered, by their names in lower case. */
  headers: Record<string, string>;
};
