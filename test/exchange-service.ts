// An Exchange Server on loopback: Exchange Web Services and Autodiscover, Basic, NTLM, Negotiate and Bearer, one mailbox, and
// answers that a test puts in the place of its own. Says what the real one says, as far as mailcheck asks it.

import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto';
import { allOf, firstOf, textOf, type XmlElement } from '../src/core/mail/xml.ts';
import { responseKey } from '../src/io/probes/ntlm.ts';
import { readXml } from '../src/io/xml.ts';
import { serveHttp, type Answer, type Asked, type HttpServer } from './http-server.ts';
import { password } from './probe-world.ts';

export const exchangeToken =
  'eyJ0eXAiOiJKV1QifQ.eyJyb2xlcyI6WyJmdWxsX2FjY2Vzc19hc19hcHAiXX0.c2lnbmVkLWJ5LW5vYm9keQ';

type Message = { id: string; internetMessageId: string; folder: string };

export type ExchangeWorld = {
  server: HttpServer;
  messages: Message[];
  /** Whole messages, as handed to CreateItem. */
  sent: string[];
  /** Schemes whose credential was accepted, one a login. */
  logins: string[];
};

export type ExchangeOptions = {
  certificate: { key: string; cert: string };
  address?: string;
  user?: string;
  /** The one that is good. */
  token?: string;
  /** Offered, in this order. */
  schemes?: readonly string[];
  /** MsvAvTimestamp in the challenge: the client then has to add an integrity code. */
  withTime?: boolean;
  /** Extended Protection: a login that is not bound to this certificate is refused. */
  extendedProtection?: boolean;
  /** Exchange writes the mailbox's primary address. */
  primary?: string;
  /** Where a sent message comes in; undefined: nowhere. */
  deliverTo?: 'inbox' | 'junkemail' | undefined;
  /** Instead of the service's own answer, login included. */
  instead?: (asked: Asked, what: string) => Answer | undefined;
  /** Instead of the service's own answer, once logged in. */
  afterLogin?: (asked: Asked, what: string) => Answer | undefined;
};

export async function serveExchange(options: ExchangeOptions): Promise<ExchangeWorld> {
  const { schemes = ['Negotiate', 'NTLM'], instead, afterLogin } = options;
  const deliverTo = 'deliverTo' in options ? options.deliverTo : 'inbox';
  const messages: Message[] = [
    // Somebody's mail, which must stay.
    { id: 'old', internetMessageId: '<old@example.com>', folder: 'inbox' },
  ];
  const sent: string[] = [];
  const logins: string[] = [];
  const challenges = new Map<number, Buffer>();
  const authenticated = new Set<number>();

  const unauthorized = (challenge?: string): Answer => ({
    status: 401,
    headers: {
      server: 'Microsoft-IIS/10.0',
      'www-authenticate':
        challenge === undefined
          ? schemes.map((name) => (name === 'Basic' ? 'Basic realm="mail, \\"x\\" Basic"' : name))
          : [challenge],
      'content-type': 'text/html',
    },
    body: '<!DOCTYPE html><html><title>401</title></html>',
  });

  function login({ headers, connection }: Asked): Answer | undefined {
    if (authenticated.has(connection)) return undefined;
    const [scheme = '', credential = ''] = (headers.authorization ?? '').split(' ');
    if (!schemes.includes(scheme)) return unauthorized();
    if (scheme === 'Basic') {
      const pair = Buffer.from(credential, 'base64').toString();
      if (pair !== `${options.user ?? 'admin'}:${password}`) return unauthorized();
    } else if (scheme === 'Bearer') {
      if (credential !== (options.token ?? exchangeToken)) return unauthorized();
    } else {
      const message = Buffer.from(credential, 'base64');
      if (message.readUInt32LE(8) === 1) {
        const challenge = challengeMessage(options.withTime === true);
        challenges.set(connection, Buffer.concat([message, challenge]));
        return unauthorized(`${scheme} ${challenge.toString('base64')}`);
      }
      const before = challenges.get(connection);
      challenges.delete(connection);
      if (before === undefined || !isRight(message, before, options)) return unauthorized();
      authenticated.add(connection);
    }
    logins.push(scheme);
    return undefined;
  }

  function answer(asked: Asked): Answer {
    const root = asked.body === '' ? undefined : readXml(asked.body);
    const what = root === undefined ? asked.method : whatOf(root);
    const other = instead?.(asked, what) ?? login(asked) ?? afterLogin?.(asked, what);
    if (other !== undefined) return other;
    if (root === undefined) return { status: 400 };
    if (firstOf(root, 'RequestServerVersion') === undefined && what !== 'Autodiscover')
      return { status: 400 };
    switch (what) {
      case 'GetFolder':
        return soap(what, '<m:Folders><t:Folder><t:FolderId Id="inbox-id"/></t:Folder></m:Folders>');
      case 'CreateItem': {
        const mime = Buffer.from(textOf(root, 'MimeContent') ?? '', 'base64').toString();
        sent.push(mime);
        const internetMessageId = /^Message-ID: (<.*>)/im.exec(mime)?.[1] ?? '';
        if (deliverTo !== undefined)
          messages.push({ id: `AAMk+/&${sent.length}=`, internetMessageId, folder: deliverTo });
        return soap(what, '<m:Items/>');
      }
      case 'FindItem': {
        const folder = firstOf(root, 'DistinguishedFolderId')?.attributes.get('Id');
        const wanted = firstOf(root, 'Constant')?.attributes.get('Value');
        return found(messages.filter((one) => one.folder === folder && one.internetMessageId === wanted));
      }
      case 'GetItem': {
        const wanted = firstOf(root, 'ItemId')?.attributes.get('Id');
        const item = messages.find(({ id }) => id === wanted);
        const { primary = options.address ?? 'admin@example.com' } = options;
        return item === undefined
          ? soapError(what, 'ErrorItemNotFound', 'The specified object was not found.')
          : soap(what, `<m:Items>${messageXml(item, sender(primary))}</m:Items>`);
      }
      case 'DeleteItem': {
        const wanted = firstOf(root, 'ItemId')?.attributes.get('Id');
        const at = messages.findIndex(({ id }) => id === wanted);
        if (at === -1) return soapError(what, 'ErrorItemNotFound', 'The specified object was not found.');
        messages.splice(at, 1);
        return soap(what, '');
      }
      default:
        return { status: 400 };
    }
  }
  return { server: await serveHttp(answer, options.certificate), messages, sent, logins };
}

/** The operation asked for. */
function whatOf(root: XmlElement): string {
  const body = firstOf(root, 'Body');
  return body === undefined ? root.name : (body.children[0]?.name ?? '');
}

const xml = { 'content-type': 'text/xml; charset=utf-8' };

function envelope(body: string, status = 200): Answer {
  return {
    status,
    headers: xml,
    body:
      '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"' +
      ' xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"' +
      ` xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><s:Body>${body}</s:Body></s:Envelope>`,
  };
}

export function soap(operation: string, inner: string): Answer {
  return message(operation, 'Success', `<m:ResponseCode>NoError</m:ResponseCode>${inner}`);
}

export function soapError(operation: string, code: string, text: string, more = ''): Answer {
  const inner = `<m:MessageText>${text}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode>${more}`;
  return message(operation, 'Error', inner);
}

function message(operation: string, responseClass: string, inner: string): Answer {
  return envelope(
    `<m:${operation}Response><m:ResponseMessages><m:${operation}ResponseMessage ResponseClass="${responseClass}">` +
      `${inner}</m:${operation}ResponseMessage></m:ResponseMessages></m:${operation}Response>`,
  );
}

export function soapFault(code: string, text: string, more = ''): Answer {
  return envelope(
    `<s:Fault><faultcode xmlns:a="x">a:${code}</faultcode><faultstring xml:lang="en-US">${text}</faultstring>` +
      `<detail><e:ResponseCode xmlns:e="y">${code}</e:ResponseCode><e:Message xmlns:e="y">${text}</e:Message>${more}</detail></s:Fault>`,
    500,
  );
}

export function found(items: readonly Pick<Message, 'id' | 'internetMessageId'>[]): Answer {
  const each = items.map((item) => messageXml(item));
  return soap('FindItem', `<m:RootFolder><t:Items>${each.join('')}</t:Items></m:RootFolder>`);
}

function messageXml({ id, internetMessageId }: Pick<Message, 'id' | 'internetMessageId'>, more = ''): string {
  return (
    `<t:Message><t:ItemId Id="${escaped(id)}" ChangeKey="CQ=="/>` +
    `<t:InternetMessageId>${escaped(internetMessageId)}</t:InternetMessageId>${more}</t:Message>`
  );
}

const sender = (address: string): string =>
  `<t:From><t:Mailbox><t:Name>Administration</t:Name><t:EmailAddress>${escaped(address)}</t:EmailAddress>` +
  '<t:RoutingType>SMTP</t:RoutingType></t:Mailbox></t:From>';

export function pox(inner: string): Answer {
  return {
    status: 200,
    headers: xml,
    body: `<?xml version="1.0"?><Autodiscover xmlns="r"><Response xmlns="a">${inner}</Response></Autodiscover>`,
  };
}

export const poxFound = (url: string): Answer =>
  pox(
    `<Account><Action>settings</Action><Protocol><Type>EXPR</Type><EwsUrl>${url}</EwsUrl></Protocol></Account>`,
  );

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** CHALLENGE_MESSAGE (MS-NLMP §2.2.1.2). */
function challengeMessage(withTime: boolean): Buffer {
  const name = Buffer.from('CONTOSO', 'utf16le');
  const pair = (id: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  };
  const time = Buffer.from('0090d336b734c301', 'hex');
  const info = Buffer.concat([pair(2, name), ...(withTime ? [pair(7, time)] : []), pair(0, Buffer.alloc(0))]);
  const fixed = Buffer.alloc(56);
  fixed.write('NTLMSSP\0', 'latin1');
  fixed.writeUInt32LE(2, 8);
  fixed.writeUInt16LE(name.length, 12);
  fixed.writeUInt16LE(name.length, 14);
  fixed.writeUInt32LE(56, 16);
  fixed.writeUInt32LE(0xe2_8a_82_05, 20);
  randomBytes(8).copy(fixed, 24);
  fixed.writeUInt16LE(info.length, 40);
  fixed.writeUInt16LE(info.length, 42);
  fixed.writeUInt32LE(56 + name.length, 44);
  return Buffer.concat([fixed, name, info]);
}

/** The server's side of MS-NLMP §3.2.5.1.2: response, integrity code, channel binding. `before`: both messages so far. */
function isRight(last: Buffer, before: Buffer, options: ExchangeOptions): boolean {
  const field = (at: number): Buffer => {
    const offset = last.readUInt32LE(at + 4);
    return last.subarray(offset, offset + last.readUInt16LE(at));
  };
  const domain = field(28).toString('utf16le');
  const user = field(36).toString('utf16le');
  const name = domain === '' ? user : `${domain}\\${user}`;
  if (name !== (options.user ?? 'admin')) return false;
  const key = responseKey(password, user, domain);
  const response = field(20);
  const serverChallenge = before.subarray(32 + 24, 32 + 32);
  const proof = createHmac('md5', key).update(serverChallenge).update(response.subarray(16)).digest();
  if (!proof.equals(response.subarray(0, 16))) return false;
  if (options.withTime === true) {
    const blank = Buffer.from(last);
    blank.fill(0, 72, 88);
    const session = createHmac('md5', key).update(proof).digest();
    const code = createHmac('md5', session).update(before).update(blank).digest();
    if (!code.equals(last.subarray(72, 88))) return false;
  }
  if (options.extendedProtection !== true) return true;
  const hash = createHash('sha256').update(new X509Certificate(options.certificate.cert).raw).digest();
  const data = Buffer.concat([Buffer.from('tls-server-end-point:'), hash]);
  const struct = Buffer.alloc(20);
  struct.writeUInt32LE(data.length, 16);
  const binding = createHash('md5').update(struct).update(data).digest();
  return response.includes(Buffer.concat([Buffer.from('0a001000', 'hex'), binding]));
}

/** All requests of this operation. */
export function askedFor({ server }: ExchangeWorld, operation: string): Asked[] {
  return server.asked.filter(({ body }) => {
    const root = readXml(body);
    return root !== undefined && allOf(root, operation).length > 0;
  });
}
