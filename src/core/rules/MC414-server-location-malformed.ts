// MC414: what stands in the server location is not what this kind of server takes there.

import { isHostName } from '../delivery/plan.ts';
import { fullWidthIn, halfWidth } from '../mail/ascii-address.ts';
import type { Direction } from '../mail/protocol.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { ProfileFacts } from './profile-questions.ts';
import {
  directionWords,
  isExchangeAddress,
  isMailServer,
  isMailServerHost,
  nameOf,
  placeOfLocation,
  sidesOf,
} from './profile-questions.ts';
import type { Hit, Language } from './rule.ts';
import { defineRule } from './rule.ts';

type Fault = 'url' | 'port' | 'space' | 'full-width' | 'no-url';
type Params = { profile: string; direction: Direction; location: string; fault: Fault };

export default defineRule({
  code: 'MC414',
  subject: 'profile',
  stage: 'profile',
  severity: 'error',
  check: (facts): Hit<Params>[] =>
    sidesOf(facts).flatMap(({ direction, side }) => {
      const location = side.host;
      const fault = location === undefined ? undefined : faultOf(facts, location);
      if (location === undefined || fault === undefined) return [];
      return [
        {
          params: { profile: nameOf(facts), direction, location, fault },
          where: placeOfLocation(facts, direction),
          // That an address is wanted there is documented; that a bare host is refused is a conclusion, as that full-width is.
          ...(fault === 'no-url' || fault === 'full-width' ? { severity: 'warning' as const } : {}),
        },
      ];
    }),
  en: {
    title: 'The server location has the wrong form',
    why:
      'For POP3, IMAP and SMTP the location is a host name alone; the port has its own field. For an Exchange server it is an ' +
      'address that begins with https. Anything else is no valid location (0x8005E20A EmailServerProfileInvalidServerLocation, ' +
      '0x8005E218 InvalidEmailServerLocation).',
    message: ({ profile, direction, location, fault }) =>
      `The ${directionWords.en[direction]} server location "${location}" of the server profile "${profile}" ${faults.en[fault]}.`,
    fix: ({ profile, direction, location, fault }) => [
      adminCenter.en.inProfile(
        profile,
        fault === 'no-url'
          ? `set the ${directionWords.en[direction]} server location to the address of Exchange Web Services, like https://${location}/EWS/Exchange.asmx, save.`
          : `set the ${directionWords.en[direction]} server location to the host name alone${hostIn(location) === undefined ? '' : ` (${hostIn(location)})`}${fault === 'port' ? ' and the port in its own field' : ''}, save.`,
      ),
    ],
  },
  ja: {
    title: 'サーバーの位置の書き方が違います',
    why:
      'POP3、IMAP、SMTPのサーバーの位置はホスト名だけで、ポートは別の欄に入力します。Exchangeサーバーではhttpsで始まるURLです。' +
      'それ以外は無効な位置とみなされます(0x8005E20A EmailServerProfileInvalidServerLocation、0x8005E218 InvalidEmailServerLocation)。',
    message: ({ profile, direction, location, fault }) =>
      `サーバー プロファイル「${profile}」の「${directionWords.ja[direction]}サーバーの位置」(${location})${faults.ja[fault]}。`,
    fix: ({ profile, direction, location, fault }) => [
      adminCenter.ja.inProfile(
        profile,
        fault === 'no-url'
          ? `「${directionWords.ja[direction]}サーバーの位置」をExchange WebサービスのURL(https://${location}/EWS/Exchange.asmx など)にして保存する。`
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
      { change: { profiles: { contoso: { outgoingServerLocation: 'ｓｍｔｐ.example.com' } } } },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'exchange-server',
              incomingServerLocation: 'mail.example.com',
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
    'full-width': 'holds full-width characters, so the server may not be found',
    'no-url': 'is no address that begins with https, so it may be refused',
  },
  ja: {
    url: 'がホスト名だけになっていません',
    port: 'にポート番号が含まれています(ポートには別の欄があります)',
    space: 'に空白が含まれています',
    'full-width': 'に全角文字が含まれているため、サーバーが見つからない可能性があります',
    'no-url': 'がhttpsで始まるURLではないため、拒否される可能性があります',
  },
};

function faultOf(facts: ProfileFacts, location: string): Fault | undefined {
  if (isMailServer(facts)) {
    if (fullWidthIn(location) !== '') return 'full-width';
    // An address of Exchange in a mail server's profile is MC429's.
    if (isHostName(location) || isExchangeAddress(location)) return undefined;
    if (/\s/.test(location)) return 'space';
    return /^[^:/@\\]+:\d+$/.test(location) ? 'port' : 'url';
  }
  const { serverType } = facts.effective;
  if (serverType !== 'exchange-server' && serverType !== 'exchange-hybrid') return undefined;
  // A scheme that does not go with "Use SSL" is MC420's, a mail server's host MC429's.
  return /^https?:\/\//i.test(location) || isMailServerHost(location) ? undefined : 'no-url';
}

/** The host inside a URL or a host:port, as a suggestion. */
function hostIn(location: string): string | undefined {
  return /^(?:[a-z]+:\/\/)?([a-z0-9][a-z0-9.-]*[a-z0-9])(?:[:/]|$)/i.exec(halfWidth(location).trim())?.[1];
}
