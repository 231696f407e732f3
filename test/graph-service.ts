// Microsoft Graph on loopback: one mailbox with its folders, one token that is good, and answers that a test puts in the place
// of its own. Says what the real one says, as far as mailcheck asks it.

import { serveHttp, type Answer, type Asked, type HttpServer } from './http-server.ts';

export const graphToken = 'eyJ0eXAiOiJKV1QifQ.eyJyb2xlcyI6WyJNYWlsLlNlbmQiXX0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg';

type Message = { id: string; internetMessageId: string; folder: string };

export type GraphWorld = {
  server: HttpServer;
  messages: Message[];
  /** Whole messages, as handed to sendMail. */
  sent: string[];
};

export type GraphOptions = {
  certificate: { key: string; cert: string };
  address?: string;
  /** The one that is good. */
  token?: string;
  /** What the directory says of the user. 403: the token may not see it. */
  user?: Record<string, unknown> | 403 | 404;
  /** Known by this alone; the address is in the user's proxyAddresses. */
  signInName?: string;
  /** Exchange writes the mailbox's primary address. */
  primary?: string;
  /** Where a sent message comes in; undefined: nowhere. */
  deliverTo?: 'inbox' | 'junkemail' | undefined;
  /** Takes the message, and answers nothing. */
  silentAfterSending?: boolean;
  /** Instead of the service's own answer. */
  instead?: (asked: Asked, what: string) => Answer | undefined;
};

export const userId = '6a2c9c3e-1111-4222-8333-444455556666';
const exchangePlan = {
  service: 'exchange',
  capabilityStatus: 'Enabled',
  servicePlanId: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
};
export const ordinaryUser = {
  id: userId,
  accountEnabled: true,
  userType: 'Member',
  assignedPlans: [exchangePlan, { ...exchangePlan, service: 'SharePoint' }],
};

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json; odata.metadata=minimal', ...headers },
  body: JSON.stringify(body),
});
export const graphError = (
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Answer => json(status, { error: { code, message, innerError: { 'request-id': 'r-1' } } }, headers);

export async function serveGraph(options: GraphOptions): Promise<GraphWorld> {
  const {
    address = 'admin@example.com',
    token = graphToken,
    user = ordinaryUser,
    signInName = address,
    instead,
  } = options;
  const { primary = address } = options;
  const deliverTo = 'deliverTo' in options ? options.deliverTo : 'inbox';
  const messages: Message[] = [
    // Somebody's mail, which must stay.
    { id: 'old', internetMessageId: '<old@example.com>', folder: 'inbox' },
  ];
  const sent: string[] = [];

  function answer(asked: Asked): Answer {
    const { pathname, searchParams } = new URL(asked.path, 'https://localhost');
    const what = whatOf(asked.method, pathname);
    const other = instead?.(asked, what);
    if (other !== undefined) return other;
    if (asked.headers.authorization !== `Bearer ${token}`)
      return graphError(401, 'InvalidAuthenticationToken', 'Access token validation failure.', {
        'www-authenticate':
          'Bearer realm="", authorization_uri="https://login.example/common/oauth2/authorize"',
      });
    const filter = searchParams.get('$filter') ?? '';
    const name = decodeURIComponent(/^\/v1\.0\/users\/([^/]+)/.exec(pathname)?.[1] ?? '');
    if (what === 'users') {
      const isHim = filter.includes(`'smtp:${address}'`) && typeof user === 'object';
      return user === 403 ? denied() : json(200, { value: isHim ? [user] : [] });
    }
    const known = name === signInName || (typeof user === 'object' && name === user['id']);
    if (what === 'user') {
      if (user === 403) return denied();
      if (!known || user === 404)
        return graphError(404, 'Request_ResourceNotFound', `Resource '${name}' does not exist.`);
      return json(200, user);
    }
    if (!known) return graphError(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`);
    if (what === 'inbox') return json(200, { id: 'AAMkInbox' });
    if (what === 'sendMail') {
      const mime = Buffer.from(asked.body, 'base64').toString();
      sent.push(mime);
      const internetMessageId = /^Message-ID: (<.*>)/im.exec(mime)?.[1] ?? '';
      messages.push({ id: `s/${sent.length}=`, internetMessageId, folder: 'sentitems' });
      if (deliverTo !== undefined)
        messages.push({ id: `i+${sent.length}`, internetMessageId, folder: deliverTo });
      return options.silentAfterSending === true ? 'silence' : { status: 202 };
    }
    if (what === 'messages') {
      const folder = /mailFolders\/([^/]+)/.exec(pathname)?.[1];
      const wanted = /internetMessageId eq '(.*)'/.exec(filter)?.[1];
      const value = messages.filter((one) => one.folder === folder && one.internetMessageId === wanted);
      return json(200, {
        value: value.map((one) => ({ ...one, from: { emailAddress: { address: primary } } })),
      });
    }
    if (what === 'delete') {
      const at = messages.findIndex(({ id }) => id === decodeURIComponent(pathname.split('/').at(-1) ?? ''));
      if (at === -1) return graphError(404, 'ErrorItemNotFound', 'The specified object was not found.');
      messages.splice(at, 1);
      return { status: 204 };
    }
    return graphError(400, 'BadRequest', `${asked.method} ${pathname}`);
  }
  return { server: await serveHttp(answer, options.certificate), messages, sent };
}

/** What is asked, in one word, so that a test can answer it otherwise. */
function whatOf(method: string, pathname: string): string {
  if (method === 'DELETE') return 'delete';
  if (pathname.endsWith('/users')) return 'users';
  if (/\/users\/[^/]+$/.test(pathname)) return 'user';
  if (pathname.endsWith('/mailFolders/inbox')) return 'inbox';
  if (pathname.endsWith('/messages')) return 'messages';
  return pathname.split('/').at(-1) ?? '';
}

function denied(): Answer {
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}
