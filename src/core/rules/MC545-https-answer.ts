// MC545: the HTTPS address of an Exchange server answers, and not as Exchange Web Services do.

import type { HttpAnswer } from '../mail/http-answer.ts';
import { defineRule, type FixStep, type Language, type Severity } from './rule.ts';
import { sessionThat } from './session-example.ts';
import { paramsOf } from './session-hit.ts';
import { lookAgain, lookLater } from './session-fix.ts';

export default defineRule({
  code: 'MC545',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) => {
    const { http } = facts.observation;
    const kind = http === undefined ? undefined : kindOf(http);
    if (http === undefined || kind === undefined) return [];
    const { status, reason, path, location, server } = http;
    const params = { ...paramsOf(facts, 'greeting'), kind, status, reason, path, location, software: server };
    return [{ params, severity: severities[kind] }];
  },
  en: {
    title: 'The HTTPS address does not answer as Exchange Web Services do',
    why:
      'Exchange Web Services answer a request without a sign-in with 401 and the ways to sign in. Another answer comes from something ' +
      'that stands before them (proxy, firewall, sign-in page), from a wrong path, or from a server that is not in order.',
    message: (p) =>
      `${p.server}${p.path} answered ${statusWords(p)}: ${kindWords.en[p.kind]}${p.kind === 'redirect' && p.location !== undefined ? ` (to ${p.location}; not followed)` : ''}${p.software === undefined ? '' : `; the server calls itself "${p.software}"`}.`,
    fix: (p) => fixOf(p, 'en'),
  },
  ja: {
    title: 'HTTPSのアドレスがExchange Web Servicesとは違う応答をします',
    why:
      'Exchange Web Servicesは、サインインしていない要求に401とサインイン方法を返します。それ以外の応答は、手前にあるもの' +
      '(プロキシ、ファイアウォール、サインイン画面)からのものか、パスの誤りか、サーバーの不調です。',
    message: (p) =>
      `${p.server}${p.path} の応答は ${statusWords(p)} でした。${kindWords.ja[p.kind]}${p.kind === 'redirect' && p.location !== undefined ? `(転送先 ${p.location} へはたどっていません)` : ''}。${p.software === undefined ? '' : `サーバーの名乗り:「${p.software}」`}`,
    fix: (p) => fixOf(p, 'ja'),
  },
  sources: [
    'RFC 9110 §11.6.1',
    'RFC 9110 §15',
    'derived: Exchange Web Services need a sign-in, so without one they answer 401',
  ],
  examples: {
    bad: [
      answering({ status: 404, reason: 'Not Found', server: 'nginx' }),
      answering({ status: 503, reason: 'Service Unavailable' }),
      answering({ status: 302, reason: 'Found', location: 'https://sso.example.com/' }),
      answering({ status: 403, reason: 'Forbidden' }),
      answering({ status: 200, reason: 'OK' }),
      answering({ status: 401, reason: 'Unauthorized' }),
      answering({ status: 429, reason: '' }),
      answering({ status: 400, reason: 'Bad Request' }),
    ],
    good: [
      answering({ status: 401, reason: 'Unauthorized', authenticate: ['Negotiate', 'NTLM'] }),
      answering({ status: 200, reason: 'OK', path: '/' }),
      answering({ status: 302, reason: 'Found', path: '/owa/', location: '/owa/auth/logon.aspx' }),
    ],
  },
});

type Kind =
  | 'not-found'
  | 'forbidden'
  | 'server-error'
  | 'redirect'
  | 'page'
  | 'no-challenge'
  | 'later'
  | 'other';

/** Undefined: as it should be. Of a path that is not that of the services, a page or a redirect is no surprise. */
function kindOf({ status, authenticate, path }: HttpAnswer): Kind | undefined {
  const ofServices = /^\/ews(?:[/?]|$)/i.test(path);
  if (status === 401) return authenticate.length > 0 || !ofServices ? undefined : 'no-challenge';
  if (status >= 200 && status < 300) return ofServices ? 'page' : undefined;
  if (status >= 300 && status < 400) return ofServices ? 'redirect' : undefined;
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'later';
  return status >= 500 ? 'server-error' : 'other';
}

const severities: Record<Kind, Severity> = {
  'not-found': 'error',
  forbidden: 'error',
  'server-error': 'error',
  redirect: 'warning',
  page: 'warning',
  'no-challenge': 'warning',
  later: 'unknown',
  other: 'warning',
};

const kindWords: Record<Language, Record<Kind, string>> = {
  en: {
    'not-found': 'there is nothing at this path',
    forbidden: 'access is forbidden before any sign-in',
    'server-error': 'the server itself, or one behind it, is not in order',
    redirect: 'it sends the request elsewhere',
    page: 'it gave a page without asking for a sign-in, which Exchange Web Services do not',
    'no-challenge': 'it wants a sign-in and names no way to do it',
    later: 'it asks to come back later',
    other: 'it does not take this request',
  },
  ja: {
    'not-found': 'このパスには何もありません',
    forbidden: 'サインインの前にアクセスが禁止されています',
    'server-error': 'サーバー、またはその背後のサーバーに問題があります',
    redirect: '別の場所に転送されます',
    page: 'サインインを求めずにページを返しており、Exchange Web Servicesの応答ではありません',
    'no-challenge': 'サインインを求めていますが、方法を示していません',
    later: '後でやり直すように求めています',
    other: 'この要求を受け付けません',
  },
};

const causes: Record<Language, Partial<Record<Kind, (p: Params) => string>>> = {
  en: {
    'not-found': () =>
      'Compare the address with the one that Exchange publishes: Exchange Management Shell > Get-WebServicesVirtualDirectory | Format-List ExternalUrl (usual path: /EWS/Exchange.asmx).',
    forbidden: ({ host }) =>
      `See which rule on ${host}, or on the proxy before it, forbids the address that the request came from, or the path (IP Address and Domain Restrictions in IIS, allow lists), and let Dataverse in.`,
    'server-error': ({ host }) =>
      `See in IIS Manager on ${host} whether the application pool MSExchangeServicesAppPool runs, and in the event log why requests fail.`,
    redirect: ({ host }) =>
      `Exempt the path /EWS from the redirect or the sign-in page before ${host}; Dataverse may not follow it.`,
    page: ({ host }) =>
      `Exempt the path /EWS from pre-authentication on the proxy before ${host}, so that Exchange itself answers.`,
    'no-challenge': ({ host }) =>
      `Switch a way to sign in on for the virtual directory EWS of ${host}: Exchange Management Shell > Set-WebServicesVirtualDirectory (BasicAuthentication or WindowsAuthentication).`,
    other: ({ host }) => `See in the log of ${host}, or of the proxy before it, why the request was refused.`,
  },
  ja: {
    'not-found': () =>
      'Exchangeが公開しているアドレスと照らし合わせる: Exchange 管理シェル > Get-WebServicesVirtualDirectory | Format-List ExternalUrl(パスは通常 /EWS/Exchange.asmx)。',
    forbidden: ({ host }) =>
      `接続元のアドレスやパスを禁止している規則を ${host} または手前のプロキシで調べ(IISの「IP アドレスおよびドメインの制限」、許可リスト)、Dataverseからの接続を許可する。`,
    'server-error': ({ host }) =>
      `${host} のIIS マネージャーで、アプリケーション プール MSExchangeServicesAppPool が動いているか確かめ、失敗の理由をイベント ログで調べる。`,
    redirect: ({ host }) =>
      `${host} の手前の転送やサインイン画面から、パス /EWS を除外する。Dataverseは転送先をたどらない可能性がある。`,
    page: ({ host }) =>
      `${host} の手前のプロキシの事前認証からパス /EWS を除外し、Exchange自身が応答するようにする。`,
    'no-challenge': ({ host }) =>
      `${host} の仮想ディレクトリ EWS でサインイン方法を有効にする: Exchange 管理シェル > Set-WebServicesVirtualDirectory(BasicAuthentication または WindowsAuthentication)。`,
    other: ({ host }) => `要求が拒否された理由を、${host} または手前のプロキシのログで調べる。`,
  },
};

type Params = ReturnType<typeof paramsOf> & { kind: Kind };

function fixOf(p: Params, language: Language): FixStep[] {
  const cause = causes[language][p.kind]?.(p);
  return [
    ...(cause === undefined ? [] : [{ who: 'mail-server-administrator' as const, do: cause }]),
    (p.kind === 'later' ? lookLater : lookAgain)(p, language),
  ];
}

function statusWords({ status, reason }: { status: number; reason: string }): string {
  return reason === '' ? String(status) : `${status} ${reason}`;
}

function answering(http: Partial<HttpAnswer>) {
  const answer: HttpAnswer = {
    method: 'GET',
    path: '/EWS/Exchange.asmx',
    status: 401,
    reason: '',
    authenticate: [],
    headers: {},
    ...http,
  };
  const place = { protocol: 'https', host: 'mail.example.com', port: 443, tls: 'implicit' } as const;
  return { session: sessionThat({}, { ...place, direction: 'outgoing', http: answer }) };
}
