// MC414: what stands in the server location is not what this kind of server takes there.

import { isHostName } from '../delivery/plan.ts';
import type { Direction } from '../mail/protocol.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { ProfileFacts } from './profile-questions.ts';
import { directionWords, isMailServer, nameOf, sidesOf } from './profile-questions.ts';
import type { Hit, Language } from './rule.ts';
import { defineRule } from './rule.ts';

type Fault = 'url' | 'port' | 'space' | 'http-with-ssl' | 'https-without-ssl';
type Params = { profile: string; direction: Direction; location: string; fault: Fault };

export default defineRule({
  code: 'MC414',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts): Hit<Params>[] =>
    sidesOf(facts).flatMap(({ direction, side }) => {
      const location = side.host;
      const fault = location === undefined ? undefined : faultOf(facts, location, side.encrypted);
      if (location === undefined || fault === undefined) return [];
      const own = facts.profile.fields[`${direction}ServerLocation`] !== undefined;
      return [
        {
          params: { profile: nameOf(facts), direction, location, fault },
          where: facts.profile.where([own ? `${direction}ServerLocation` : 'defaultServerLocation']),
        },
      ];
    }),
  en: {
    title: 'The server location has the wrong form',
    why:
      'For POP3, IMAP and SMTP the location is a host name alone; the port has its own field. For Exchange it is a URL, and ' +
      'http or https must agree with "Use SSL" (0x8005E23E to 0x8005E241).',
    message: ({ profile, direction, location, fault }) =>
      `The ${directionWords.en[direction]} server location "${location}" of the server profile "${profile}" ${faults.en[fault]}.`,
    fix: ({ profile, direction, location, fault }) => [
      adminCenter.en.inProfile(
        profile,
        fault === 'http-with-ssl' || fault === 'https-without-ssl'
          ? `let the ${directionWords.en[direction]} location begin with https:// and set "Use SSL" to Yes, save.`
          : `set the ${directionWords.en[direction]} server location to the host name alone${hostIn(location) === undefined ? '' : ` (${hostIn(location)})`}${fault === 'port' ? ' and the port in its own field' : ''}, save.`,
      ),
    ],
  },
  ja: {
    title: 'サーバーの位置の書き方が違います',
    why:
      'POP3、IMAP、SMTPのサーバーの位置はホスト名だけで、ポートは別の欄に入力します。' +
      'ExchangeではURLで、httpかhttpsかがSSLの設定と一致していなければなりません(0x8005E23E~0x8005E241)。',
    message: ({ profile, direction, location, fault }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}サーバーの位置」(${location})${faults.ja[fault]}。`,
    fix: ({ profile, direction, location, fault }) => [
      adminCenter.ja.inProfile(
        profile,
        fault === 'http-with-ssl' || fault === 'https-without-ssl'
          ? `「${directionWords.ja[direction]}サーバーの位置」をhttps://で始め、「${directionWords.ja[direction]}接続に SSL を使用する」を「はい」にして保存する。`
          : `「${directionWords.ja[direction]}サーバーの位置」をホスト名だけ${hostIn(location) === undefined ? '' : `(${hostIn(location)})`}にし、${fault === 'port' ? 'ポートは別の欄に入力して' : ''}保存する。`,
      ),
    ],
  },
  sources: [productPages.errorCodes, productPages.passwordProfiles],
  examples: {
    bad: [
      { change: { profiles: { contoso: { outgoingServerLocation: 'https://smtp.example.com/' } } } },
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.example.com:587' } } } },
      { change: { profiles: { contoso: { incomingServerLocation: 'pop. example.com' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'http://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
    good: [
      { change: { profiles: { contoso: { outgoingServerLocation: 'smtp.example.com' } } } },
      { change: { profiles: { contoso: { outgoingServerLocation: '2001:db8::25' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
              outgoingServerLocation: 'https://mail.example.com/EWS/Exchange.asmx',
            },
          },
        },
      },
    ],
  },
});

const faults: Record<Language, Record<Fault, string>> = {
  en: {
    url: 'is not a host name alone',
    port: 'holds a port, which has its own field',
    space: 'holds a space',
    'http-with-ssl': 'begins with http:// while "Use SSL" is Yes',
    'https-without-ssl': 'begins with https:// while "Use SSL" is No',
  },
  ja: {
    url: 'がホスト名だけになっていません',
    port: 'にポート番号が含まれています(ポートには別の欄があります)',
    space: 'に空白が含まれています',
    'http-with-ssl': 'がhttp://で始まっていますが、SSLを使用する設定です',
    'https-without-ssl': 'がhttps://で始まっていますが、SSLを使用しない設定です',
  },
};

function faultOf(facts: ProfileFacts, location: string, ssl: boolean): Fault | undefined {
  if (isMailServer(facts)) {
    if (isHostName(location)) return undefined;
    if (/\s/.test(location)) return 'space';
    return /^[^:/@\\]+:\d+$/.test(location) ? 'port' : 'url';
  }
  if (!facts.effective.exchange) return undefined;
  if (/^http:/i.test(location) && ssl) return 'http-with-ssl';
  if (/^https:/i.test(location) && !ssl) return 'https-without-ssl';
  return undefined;
}

/** The host inside a URL or a host:port, as a suggestion. */
function hostIn(location: string): string | undefined {
  return /^(?:[a-z]+:\/\/)?([a-z0-9][a-z0-9.-]*[a-z0-9])(?:[:/]|$)/i.exec(location.trim())?.[1];
}
